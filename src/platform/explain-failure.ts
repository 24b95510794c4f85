import { asRectoError } from '../model/as-recto-error.ts';
import { classifyAddress } from '../model/classify-address.ts';
import type { ErrorCode } from '../model/error-code.ts';
import { RectoError } from '../model/recto-error.ts';
import { findTab } from './active-tab.ts';
import { browser } from './browser.ts';

/**
 * Says why a script could not be run in a tab. Browsers refuse with a sentence that differs between them and between
 * versions, so the tab's address is asked first; only when it tells nothing are the few stable words looked for.
 */
export async function explainFailure(tabId: number, thrown: unknown): Promise<RectoError> {
  const error = asRectoError(thrown);
  if (error.code !== 'unexpected' && error.code !== 'tab-gone') return error;
  const tab = await findTab(tabId);
  if (tab === null) return new RectoError('tab-gone', error.message, { cause: thrown });
  const byAddress = tab.url === null ? null : classifyAddress(tab.url, browser.runtime.getURL(''));
  // Firefox runs nothing on its own pages, such as about:config, and says so only by giving no frame.
  if (error.code === 'tab-gone') {
    const code = byAddress ?? (tab.url === null ? 'restricted' : 'tab-gone');
    return new RectoError(code, error.message, { cause: thrown });
  }
  return new RectoError(byAddress ?? byMessage(error.message, tab.url), error.message, { cause: thrown });
}

/**
 * Chromium 156 keeps back the address of a file without access, of view-source:, data:, about:blank and error pages, and
 * has one sentence for all of them, so that they cannot be told apart.
 */
function byMessage(message: string, url: string | null): ErrorCode {
  if (url === null && message.includes('Cannot access contents of the page')) return 'withheld';
  if (/extensions gallery|webstore/i.test(message)) return 'restricted-store';
  if (/chrome-extension:|moz-extension:|different extension/i.test(message)) return 'other-extension';
  if (/chrome:\/\/|edge:\/\/|about:|view-source|devtools/i.test(message)) return 'restricted';
  return 'unreadable';
}
