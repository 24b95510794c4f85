import { expect, test } from 'vitest';
import { overlayIsGone, readOverlay } from '../steps/read-overlay.ts';
import { runAxe } from '../steps/run-axe.ts';
import { useBrowser } from '../use-browser.ts';

const used = useBrowser();

/** Runs in a page of Recto: what its storage has names for. */
const readKeys = async (): Promise<string[]> => Object.keys(await chrome.storage.local.get(null));

/** Asks from the library, as the reader and settings do by message. */
async function wish(origin: string): Promise<void> {
  const list = await used.browser.openRecto('library');
  await list.evaluate(async (wished) => {
    const input = { wish: { kind: 'always-open', origins: [wished] } };
    await chrome.runtime.sendMessage({ protocol: 'recto/1', name: 'tab.ask-permission', input });
  }, origin);
  await list.close();
}

test('a wish that needs access opens the permission page, and a refusal changes nothing', async () => {
  await wish('*://news.localhost/*');
  const page = await used.browser.waitForTab('/src/permission/permission.html');
  await page.waitFor(() => document.querySelector('h1')?.textContent === 'news.localhost');
  expect(await runAxe(page)).toEqual([]);
  await page.clickNamed('Allow', 'button');
  await page.answerPermission('deny');
  await page.waitFor(() =>
    document.querySelector('[role="status"]')?.textContent?.startsWith('The browser did not grant'),
  );
  await page.clickNamed('Not now', 'button');
  await expect.poll(() => used.browser.tabUrls()).not.toContainEqual(expect.stringContaining('/src/permission/'));
  const library = await used.browser.openRecto('library');
  expect(await library.evaluate(readKeys)).not.toContainEqual(expect.stringMatching(/^site\./));
  await library.close();
});

test('with access, pages of that site open in the reader by themselves, and those of other sites do not', async () => {
  await wish('*://news.localhost/*');
  const page = await used.browser.waitForTab('/src/permission/permission.html');
  await page.clickNamed('Allow', 'button');
  await page.answerPermission('allow');
  await expect.poll(() => used.browser.tabUrls()).not.toContainEqual(expect.stringContaining('/src/permission/'));
  const library = await used.browser.openRecto('library');
  await library.waitFor(async () => (await chrome.scripting.getRegisteredContentScripts()).length === 1);

  const article = await used.browser.open(used.site.url('/en/news.html'));
  expect((await article.waitFor(readOverlay)).title).toContain('lighthouse keepers');
  const other = await used.browser.open(used.site.url('/en/news.html', 'other.localhost'));
  const noArticle = await used.browser.open(used.site.url('/not-articles/search.html'));

  await library.activate();
  await library.evaluate(() => chrome.permissions.remove({ origins: ['*://news.localhost/*'] }));
  await library.waitFor(async () => (await chrome.scripting.getRegisteredContentScripts()).length === 0);
  await article.activate();
  await article.press('Escape');
  await article.waitFor(overlayIsGone);
  await article.reload();
  for (const tab of [other, noArticle, article]) expect(await tab.evaluate(overlayIsGone)).toBe(true);
});
