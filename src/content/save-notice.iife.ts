/**
 * The notice of "save without opening" and of "save link". Injected on the person's order, where it defines
 * `rectoSaveNotice`; injecting it again changes nothing, so that one card serves the page.
 */
import type { RectoSaveNotice } from '../model/save-notice-control.ts';
import { readSettings } from '../platform/read-settings.ts';
import { noticeCard } from './notice-card.ts';
import { saveNotice } from './save-notice.ts';

const scope = globalThis as typeof globalThis & { rectoSaveNotice?: RectoSaveNotice };

scope.rectoSaveNotice ??= saveNotice(noticeCard(readSettings()));
