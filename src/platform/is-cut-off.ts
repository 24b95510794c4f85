import { browser } from './browser.ts';

/**
 * Whether Recto was updated or removed under a script that runs in a page: Chromium lets it run on without its `runtime`
 * (https://developer.chrome.com/docs/extensions/develop/concepts/content-scripts); in Firefox nothing of it is called again.
 */
export const isCutOff = (): boolean => browser.runtime?.id === undefined;
