/**
 * The notice of "save without opening" and of "save link". Injected on the person's order, where it defines
 * `rectoSaveNotice`; injecting it again changes nothing, so that one card serves the page.
 */
import { readSettings } from '../platform/settings-source.ts';
import { noticeCard } from './notice-card.ts';
import { removeLeftover } from './overlay/remove-leftover.ts';
import { saveNotice } from './save-notice.ts';

// If Recto was switched off and on while full view was open, that is still modal, and the notice could not be pressed.
if (!globalThis.rectoOverlay) removeLeftover(document);

globalThis.rectoSaveNotice ??= saveNotice(noticeCard(readSettings()));
