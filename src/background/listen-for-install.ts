import { browser } from '../platform/browser.ts';
import { isFirefox } from '../platform/is-firefox.ts';
import { isOverlayOpen } from '../platform/overlay-in-tab.ts';
import { openWelcomeTab } from '../platform/own-pages.ts';
import { registerProbes } from './always-open.ts';
import type { BackgroundLibrary } from './background-library.ts';
import { createMenus } from './listen-for-menus.ts';
import { applyToolbarChoice } from './listen-for-toolbar.ts';
import { setUp, setUpAgain } from './set-up.ts';

/** The delay after which a command that woke the worker is done. */
const UPKEEP_DELAY_MS = 5000;

/**
 * Sets up what browsers forget, shows the first-run tab once, and puts the library in order at every start: among other
 * things, what has been in Recently deleted for 30 days is removed.
 */
export function listenForInstall(library: BackgroundLibrary): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    setUpAll();
    if (reason === 'install') void openWelcomeTab();
  });
  browser.runtime.onStartup.addListener(setUpAll);
  setTimeout(() => void keepInOrder(library), UPKEEP_DELAY_MS);
}

function setUpAll(): void {
  void setUp('menus', createMenus);
  void setUp('click', applyToolbarChoice);
  void registerProbes();
}

/** None of this may delay the worker's commands. What fails is tried again at the next start. */
async function keepInOrder(library: BackgroundLibrary): Promise<void> {
  await setUpAgain('menus', createMenus);
  await setUpAgain('click', applyToolbarChoice);
  await library.watchForLoss().catch(() => undefined);
  await library.purgeDeleted().catch(() => undefined);
  await library.tidyIndex().catch(() => undefined);
  await library.dropLeftPictures().catch(() => undefined);
}

/**
 * Makes Firefox delay an update until nothing of Recto is open. Without a listener Firefox updates at once and so ends
 * all of Recto, even the article in front of the person; with one it waits for `runtime.reload` or the next start of
 * the browser (https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/runtime/onUpdateAvailable).
 * Chromium waits by itself until nothing of Recto runs.
 */
export function listenForUpdate(): void {
  if (!isFirefox()) return;
  browser.runtime.onUpdateAvailable.addListener(() => void updateUnlessInUse());
}

async function updateUnlessInUse(): Promise<void> {
  if (!(await isInUse())) browser.runtime.reload();
}

/** Whether a page of Recto, its popup or full view is open anywhere. */
async function isInUse(): Promise<boolean> {
  const tabs = await browser.tabs.query({ discarded: false });
  const open = await Promise.all(tabs.map(({ id }) => id !== undefined && isOverlayOpen(id)));
  // Views last, because a page may be opened while the tabs are asked.
  return open.includes(true) || browser.extension.getViews().some((view) => view !== window);
}
