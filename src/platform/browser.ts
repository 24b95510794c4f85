/**
 * The one place where modules get the WebExtension API. Both browsers have it with promises: Firefox as `browser`,
 * Chromium as `browser` since 148 and as `chrome` always. Types are those of webextension-polyfill, whose code is not
 * needed.
 */
import type { Browser } from 'webextension-polyfill';

export type { Menus, Runtime, Tabs } from 'webextension-polyfill';

const scope = globalThis as typeof globalThis & { browser?: Browser; chrome?: unknown };

/** The API, whichever name the browser gives it. Undefined outside an extension, as in unit tests. */
export const browser = (scope.browser ?? scope.chrome) as Browser;
