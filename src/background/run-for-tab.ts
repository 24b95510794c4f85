import { asRectoError } from '../model/errors/as-recto-error.ts';
import { showReason } from '../platform/action-icon.ts';
import type { TabInfo } from '../platform/active-tab.ts';

/**
 * Does what was asked for in a tab, and shows on the tab why it failed. Never throws, because nothing catches what a
 * listener throws.
 */
export async function runForTab(tab: TabInfo, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (thrown) {
    await showReason(tab.id, tab.windowId, asRectoError(thrown).code).catch(() => undefined);
  }
}
