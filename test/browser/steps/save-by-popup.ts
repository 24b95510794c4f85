import type { UsedBrowser } from '../use-browser.ts';

/** Opens a page of the fixture site, saves it in the popup, and closes both. */
export async function saveByPopup({ browser, site }: UsedBrowser, path: string): Promise<void> {
  const tab = await browser.open(site.url(path));
  const popup = await tab.pressToolbar();
  await popup.clickNamed('Save', 'button');
  await popup.waitFor(() => document.querySelector('.popup-bar')?.textContent?.includes('Saved'));
  await popup.close();
  await tab.close();
}
