/**
 * The only import of the WebExtension API. webextension-polyfill is finished upstream (Chrome has a promise-based
 * `browser` since 148), so it stays behind this one file.
 */
import browser from 'webextension-polyfill';

export type { Menus, Runtime, Tabs } from 'webextension-polyfill';
export { browser };
