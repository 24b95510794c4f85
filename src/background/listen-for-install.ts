import { browser } from '../platform/browser.ts';
import { openWelcomeTab } from '../platform/own-pages.ts';
import { registerProbes } from './always-open.ts';
import type { BackgroundLibrary } from './background-library.ts';
import { createMenus } from './listen-for-menus.ts';
import { applyToolbarChoice } from './listen-for-toolbar.ts';

/** Long enough after the start that a command which woke the worker has been done. */
const UPKEEP_DELAY_MS = 5000;

/** Sets up what browsers forget, shows the first-run tab once, and clears Recently deleted at every start. */
export function listenForInstall(library: BackgroundLibrary): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    void createMenus();
    void applyToolbarChoice();
    void registerProbes();
    if (reason === 'install') void openWelcomeTab();
  });
  browser.runtime.onStartup.addListener(() => {
    void createMenus();
    void applyToolbarChoice();
    void registerProbes();
  });
  setTimeout(() => void keepInOrder(library), UPKEEP_DELAY_MS);
}

/** None may keep the worker from its commands; what fails is tried again at the next start. */
async function keepInOrder(library: BackgroundLibrary): Promise<void> {
  await library.watchForLoss().catch(() => undefined);
  await library.purgeDeleted().catch(() => undefined);
  await library.tidyIndex().catch(() => undefined);
  await library.dropLeftPictures().catch(() => undefined);
}
