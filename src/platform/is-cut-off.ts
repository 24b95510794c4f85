import { browser } from './browser.ts';

/**
 * Whether Recto was updated, switched off or removed while its script runs in a page. Chromium lets the script run on
 * without its `runtime` (https://developer.chrome.com/docs/extensions/develop/concepts/content-scripts): it then
 * reaches nobody and has only the strings that were injected with it. In Firefox nothing in it is called any more.
 */
export const isCutOff = (): boolean => browser.runtime?.id === undefined;
