import { browser } from './browser.ts';

/**
 * Whether Recto was updated, switched off or removed while its script runs in a page: Chromium lets it run on without its
 * `runtime` (https://developer.chrome.com/docs/extensions/develop/concepts/content-scripts), so that it reaches nobody and has no
 * strings but those it came with; in Firefox nothing of it is called again.
 */
export const isCutOff = (): boolean => browser.runtime?.id === undefined;
