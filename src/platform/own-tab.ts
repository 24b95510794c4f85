import { browser } from './browser.ts';

/** Closes the tab that this page of Recto is in; the browser then shows the tab it was opened from. */
export async function closeOwnTab(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
}
