import { expect, test } from 'vitest';
import { ChromiumTab } from '../driver/chromium-tab.ts';
import { FirefoxTab } from '../driver/firefox-tab.ts';
import { accessibleNames } from '../steps/accessible-names.ts';
import { readOverlay } from '../steps/read-overlay.ts';
import { useBrowser } from '../use-browser.ts';

const used = useBrowser();
const TITLE = 'The lighthouse keepers of Skerry Sound are going home';

const canPress = process.env['RECTO_TEST_BROWSER'] === 'firefox' || process.env['RECTO_DISPLAY'] !== undefined;
if (!canPress) console.log('Skipped: without a display no key reaches the context menu of Chromium.');

async function openStory(): Promise<FirefoxTab | ChromiumTab> {
  const tab = await used.browser.open(used.site.url('/en/news.html'));
  if (!(tab instanceof FirefoxTab || tab instanceof ChromiumTab)) throw new Error('No such browser');
  return tab;
}

test.skipIf(!canPress)('Read this page opens the reader', async () => {
  const tab = await openStory();
  await tab.chooseFromMenu('p', 'Read this page');
  expect((await tab.waitFor(readOverlay)).title).toBe(TITLE);
  await tab.close();
});

test.skipIf(!canPress)('Save this page and Save link save, and Open the list shows both items', async () => {
  const tab = await openStory();
  await tab.chooseFromMenu('p', 'Save this page');
  await expect.poll(() => accessibleNames(tab)).toContain('Undo');
  await tab.evaluate(() => {
    document.body.insertAdjacentHTML('afterbegin', '<a id="more" href="/ar/news.html">More of the harbour</a>');
  });
  await tab.chooseFromMenu('#more', 'Save link');
  await tab.chooseFromMenu('p', 'Open the reading list');
  const list = await used.browser.waitForTab('library.html');
  const titles = await list.waitFor(() => {
    const rows = [...document.querySelectorAll('main li[data-id] .row-title')].map((row) => row.textContent);
    return rows.length === 2 && rows;
  });
  expect(titles).toEqual(['More of the harbour', TITLE]);
});

test.skipIf(!canPress)(
  'the notice for the first link that is saved names it, and its Undo works over full view, too',
  async () => {
    const tab = await openStory();
    await tab.evaluate(() => {
      document.body.insertAdjacentHTML('afterbegin', '<a id="more" href="/de/news.html">Behind the dyke</a>');
    });
    await tab.chooseFromMenu('#more', 'Save link');
    const said = () => accessibleNames(tab);
    await expect.poll(said).toContain('Undo');
    expect((await said()).join()).toContain('Behind the dyke');
    await tab.pressShortcut('toggle-reader');
    await tab.waitFor(readOverlay);
    const edges = (element: Element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return { top, bottom };
    };
    const bar = await tab.askNamed('Reader controls', 'group', edges);
    const card = await tab.askNamed('Recto', 'group', edges);
    expect(card.top).toBeGreaterThanOrEqual(bar.bottom);
    await tab.clickNamed('Undo', 'button');
    await expect.poll(said).not.toContain('Undo');
    await tab.close();
  },
);

test.skipIf(!canPress)('the menu in a frame acts on the page, not on the frame', async () => {
  const tab = await openStory();
  await tab.evaluate(() => {
    document.body.insertAdjacentHTML(
      'afterbegin',
      '<iframe width="300" height="90" srcdoc="<p>An advertisement"></iframe>',
    );
  });
  await tab.waitFor(() => document.querySelector('iframe')?.contentDocument?.querySelector('p'));
  await tab.chooseFromMenu('iframe', 'Read this page');
  expect((await tab.waitFor(readOverlay)).title).toBe(TITLE);
  await tab.close();
});
