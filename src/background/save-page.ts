import { showReason } from '../platform/action-icon.ts';
import type { TabInfo } from '../platform/active-tab.ts';
import { EXTRACT_SCRIPT, SAVE_NOTICE_SCRIPT } from '../platform/injected-scripts.ts';
import { BUSY_MS, callInPage, explainFailure, injectFiles } from '../platform/run-in-page.ts';
import { wordsScripts } from '../platform/translate.ts';
import { withinDeadline } from '../platform/within-deadline.ts';
import { isRepeat } from './is-repeat.ts';

/**
 * Saves the page without opening it. A notice in the page shows the outcome. If there can be none, or the page is too
 * busy to show it, the popup or the icon says why.
 */
export async function savePage(tab: TabInfo): Promise<void> {
  if (isRepeat(`save ${tab.id} ${tab.url}`)) return;
  try {
    const type = await withinDeadline(injectAndSave(tab), BUSY_MS);
    if (typeof type === 'string')
      await showReason(tab.id, tab.windowId, type.startsWith('image/') ? 'media' : 'data-document');
  } catch (thrown) {
    const { code } = await explainFailure(tab.id, thrown);
    await showReason(tab.id, tab.windowId, code);
  }
}

async function injectAndSave(tab: TabInfo): Promise<unknown> {
  await injectFiles(tab.id, [EXTRACT_SCRIPT, ...wordsScripts(), SAVE_NOTICE_SCRIPT]);
  return callInPage(tab.id, saveInPage, tab.isPrivate);
}

/**
 * Runs in the page. An open overlay itself saves the article that it shows, since that may be more than is read of the
 * page. If it shows none, the notice says what can be saved. In XML no notice can be shown and there is nothing to
 * save: gives the type of the document. XML is recognised by the kind of element that it creates, because Chromium
 * shows a feed in a tree of its own, whose root is HTML.
 */
function saveInPage(isPrivate: boolean): string | undefined {
  const made = Document.prototype.createElement.call(document, 'div');
  if (made.namespaceURI !== 'http://www.w3.org/1999/xhtml') return document.contentType;
  const { rectoOverlay, rectoSaveNotice } = globalThis;
  if (!rectoOverlay?.save?.()) rectoSaveNotice?.savePage(isPrivate);
  return undefined;
}
