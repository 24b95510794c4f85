import { beforeEach, describe, expect, test } from 'vitest';
import type { Popup, Tab } from './driver/browser-driver.ts';
import { useBrowser } from './use-browser.ts';

const used = useBrowser();
let tab: Tab;

const textOf = (popup: Popup) => popup.evaluate(() => document.body.innerText);
const titleOf = (popup: Popup) =>
  popup.waitFor(() => document.querySelector('.page-body p') && document.querySelector('h1')?.innerText);
const openAt = async (path: string): Promise<Popup> => {
  tab = await used.browser.open(used.site.url(path));
  return tab.pressToolbar();
};

describe('an article', () => {
  test('is shown with its title, and the four controls have their names', async () => {
    const popup = await openAt('/en/news.html');
    expect(await titleOf(popup)).toContain('Skerry');
    const names = (await popup.accessibilityTree()).filter(({ role }) => role === 'button').map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['Save', 'Full view', 'Reading list']));
    expect(await popup.evaluate(() => [innerWidth <= 800, innerHeight <= 600])).toEqual([true, true]);
    await popup.close();
  });

  test('Save keeps it, also when the popup closes at once; it is there next time and can be undone', async () => {
    const popup = await openAt('/en/pictures.html');
    await titleOf(popup);
    await popup.clickNamed('Save', 'button');
    await popup.close();
    const again = await tab.pressToolbar();
    await again.waitFor(() => /Saved/.test(document.querySelector('.popup-bar')?.textContent ?? ''));
    await again.press('s');
    await again.clickNamed('Delete', 'button');
    await again.clickNamed('Undo', 'button');
    await again.waitFor(() => /Saved/.test(document.querySelector('.popup-bar')?.textContent ?? ''));
    await again.press('s');
    await again.clickNamed('Delete', 'button');
    await again.waitFor(() => document.querySelector('.popup-bar')?.textContent?.includes('Save'));
    await again.close();
  });

  test('opens where it was left, although it was not saved', async () => {
    const paragraph =
      '<p>The tide came in over the flats and the birds went up in one long sheet, turned, and settled again.</p>';
    const long = `<title>Long</title><article><h1>A long article</h1>${paragraph.repeat(80)}</article>`;
    used.site.serve('/long.html', long, { 'content-type': 'text/html' });
    const popup = await openAt('/long.html');
    await titleOf(popup);
    await popup.press('End');
    const left = await popup.waitFor(() => document.querySelector('main')?.scrollTop);
    // The place is kept while one reads, not when the popup closes.
    await popup.waitFor(async () =>
      Object.keys(await chrome.storage.session.get(null)).some((key) => key.startsWith('position')),
    );
    await popup.close();
    const again = await tab.pressToolbar();
    await titleOf(again);
    const top = await again.waitFor(() => document.querySelector('main')?.scrollTop);
    expect(Math.abs(top - left)).toBeLessThan(60);
    await again.close();
  });
});

describe('a page that is no article', () => {
  test('a home page says so in one line, shows the list, and can be shown anyway', async () => {
    const popup = await openAt('/not-articles/home.html');
    await popup.waitFor(() => document.body.innerText.includes('This does not look like an article'));
    await popup.waitFor(() => document.querySelector('.list-view'));
    await popup.clickNamed('Show anyway', 'button');
    await popup.waitFor(() => document.querySelector('.page-body'));
    await popup.close();
  });

  test('Save link keeps it as a link that says how it becomes an article', async () => {
    const popup = await openAt('/not-articles/search.html');
    await popup.clickNamed('Save link', 'button');
    await popup.waitFor(() => /Not kept yet: open it and press Alt\+R/.test(document.body.innerText));
    await popup.close();
  });

  test.each([
    ['/unreadable/empty.html', 'This page has no text'],
    ['/unreadable/image.png', 'picture, a video or a sound'],
    ['/unreadable/feed.xml', 'This is data'],
  ])('%s: %s', async (path, reason) => {
    const popup = await openAt(path);
    await popup.waitFor((words: string) => document.body.innerText.includes(words), reason);
    expect(await textOf(popup)).not.toBe('');
    await popup.close();
  });
});

describe('the tab goes elsewhere while the popup is open', () => {
  test('the old article is never shown for the new address', async () => {
    const popup = await openAt('/spa/index.html');
    const before = await titleOf(popup);
    await tab.evaluate(() => document.querySelector<HTMLElement>('#next')?.click());
    await popup.waitFor((old: string) => {
      const title = document.querySelector('h1')?.innerText;
      return title && title !== old && document.querySelector('.page-body p');
    }, before);
    await popup.close();
  });
});

describe('full view', () => {
  beforeEach(async () => {
    const popup = await openAt('/de/news.html');
    await titleOf(popup);
    await popup.clickNamed(/Full view/, 'button');
    await popup.waitForClose();
  });

  test('opens in the tab; the popup then shows the same article and the way back', async () => {
    const popup = await tab.pressToolbar();
    const title = await titleOf(popup);
    expect(title).toBe(await tab.evaluate(() => document.querySelector('h1')?.textContent?.trim()));
    await popup.clickNamed(/Back to the page/, 'button');
    await popup.waitForClose();
    const after = await tab.pressToolbar();
    await titleOf(after);
    await after.waitFor(() => document.querySelector('.popup-bar')?.textContent?.includes('Full view'));
    await after.close();
  });
});

test('l turns the popup over to the list, and back', async () => {
  const popup = await openAt('/en/news.html');
  await titleOf(popup);
  await popup.press('l');
  await popup.waitFor(() => document.querySelector('.list-view'));
  await popup.clickNamed('Article', 'button');
  await popup.waitFor(() => document.querySelector('.page-body'));
  await popup.close();
});
