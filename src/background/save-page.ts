import { showReason } from '../platform/action-icon.ts';
import type { TabInfo } from '../platform/active-tab.ts';
import { explainFailure } from '../platform/explain-failure.ts';
import { EXTRACT_SCRIPT, SAVE_NOTICE_SCRIPT } from '../platform/injected-scripts.ts';
import { callInPage, injectFiles } from '../platform/run-in-page.ts';
import { wordsScripts } from '../platform/words-script.ts';
import { isRepeat } from './ignore-repeats.ts';

/** Saves the page without opening it. The notice in the page says what came of it, or the icon where there can be none. */
export async function savePage(tab: TabInfo): Promise<void> {
  if (isRepeat(`save ${tab.id} ${tab.url}`)) return;
  try {
    await injectFiles(tab.id, [EXTRACT_SCRIPT, ...wordsScripts(), SAVE_NOTICE_SCRIPT]);
    const type = await callInPage(tab.id, saveInPage, tab.isPrivate);
    if (typeof type === 'string')
      await showReason(tab.id, tab.windowId, type.startsWith('image/') ? 'media' : 'data-document');
  } catch (thrown) {
    const { code } = await explainFailure(tab.id, thrown);
    await showReason(tab.id, tab.windowId, code);
  }
}

/**
 * Runs in the page. An open overlay saves by itself: nothing outside a modal dialog can be clicked. In XML no notice can
 * be shown, and there is nothing to save: gives the document's type.
 */
function saveInPage(isPrivate: boolean): string | undefined {
  if (document.documentElement.namespaceURI !== 'http://www.w3.org/1999/xhtml') return document.contentType;
  const { rectoOverlay, rectoSaveNotice } = globalThis;
  if (rectoOverlay?.isOpen() && rectoOverlay.save) rectoOverlay.save();
  else rectoSaveNotice?.savePage(isPrivate);
  return undefined;
}
