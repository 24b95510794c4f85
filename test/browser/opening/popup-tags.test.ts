import { test } from 'vitest';
import { saveByPopup } from '../steps/save-by-popup.ts';
import { useBrowser } from '../use-browser.ts';

const used = useBrowser();

test('a tag that was ticked is kept when a press elsewhere closes the popup', async () => {
  await saveByPopup(used, '/en/news.html');
  const tab = await used.browser.open(used.site.url('/en/news.html'));
  const popup = await tab.pressToolbar();
  await popup.waitFor(() => document.querySelector('.popup-bar')?.textContent?.includes('Saved'));
  await popup.press('t');
  await popup.waitFor(() => document.activeElement?.matches('.tag-dialog input'));
  await popup.type('tide');
  await popup.press('Enter');
  await popup.waitFor(() => document.querySelector<HTMLInputElement>('.tag-dialog li input')?.checked);
  await popup.close();
  const list = await used.browser.openRecto('library#tags');
  await list.waitFor(() => document.querySelector('.tag-list')?.textContent?.includes('tide'));
});
