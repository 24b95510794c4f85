/**
 * The notice of "save without opening" and of "save link". Injected on the person's order, where it defines
 * `rectoSaveNotice`; injecting it again changes nothing, so that one card serves the page.
 */
import { readSettings } from '../platform/settings-source.ts';
import { noticeCard } from './notice-card.ts';
import { saveNotice } from './save-notice.ts';

globalThis.rectoSaveNotice ??= saveNotice(noticeCard(readSettings()));
