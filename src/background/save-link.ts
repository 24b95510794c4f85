import { asRectoError } from '../model/as-recto-error.ts';
import type { SaveReceipt } from '../model/library.ts';
import type { TabInfo } from '../platform/active-tab.ts';
import { explainFailure } from '../platform/explain-failure.ts';
import { SAVE_NOTICE_SCRIPT } from '../platform/injected-scripts.ts';
import { callInPage, injectFiles } from '../platform/run-in-page.ts';
import { wordsScripts } from '../platform/words-script.ts';
import { rememberAsked } from './asked-link.ts';
import type { BackgroundLibrary } from './background-library.ts';
import { titleOfLink } from './title-of-link.ts';

/** "Save link": keeps an address from a page, and says so in the page where that can be done. Throws what the page cannot be told. */
export async function saveLink(
  link: { url: string; text: string | undefined; frameId: number | undefined },
  tab: TabInfo,
  library: BackgroundLibrary,
): Promise<void> {
  const title = await titleOfLink(link, tab.id);
  const notice = injectFiles(tab.id, [...wordsScripts(), SAVE_NOTICE_SCRIPT]);
  // It is waited for below; until then nobody has heard of a refusal.
  notice.catch(() => undefined);
  if (tab.isPrivate) {
    await rememberAsked(tab.id, link.url);
    await notice.catch(async (thrown) => {
      throw await explainFailure(tab.id, thrown);
    });
    await callInPage(tab.id, (asked) => globalThis.rectoSaveNotice?.askToSaveLink(asked), {
      url: link.url,
      title,
    });
    return;
  }
  const outcome = await library.saveLink({ url: link.url, title }).then(
    (receipt) => ({ receipt, error: null }),
    (thrown) => ({ receipt: null, error: asRectoError(thrown) }),
  );
  try {
    await notice;
    await callInPage(tab.id, sayInPage, outcome.receipt, title, outcome.error?.code ?? null);
  } catch {
    // What was kept needs no word where the page cannot say it; a failure is told by whoever called.
    if (outcome.error) throw outcome.error;
  }
}

/** Runs in the page. */
function sayInPage(saved: SaveReceipt | null, title: string, failed: string | null): void {
  const { rectoSaveNotice } = globalThis;
  if (saved) rectoSaveNotice?.showSavedLink(saved, title);
  else if (failed) rectoSaveNotice?.showFailure(failed);
}
