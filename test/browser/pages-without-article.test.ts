import { expect, test } from 'vitest';
import type { Popup } from './driver/browser-driver.ts';
import { useBrowser } from './use-browser.ts';

const used = useBrowser();

async function openPopupOn(url: string): Promise<Popup> {
  const tab = await used.browser.open(url);
  return tab.pressToolbar();
}

/** What the popup says about the page, once it has said something. */
function readNotice(popup: Popup): Promise<string> {
  return popup.waitFor(() => document.querySelector('[role="status"], [role="alert"]')?.textContent);
}

test.each(['home', 'search', 'video'])(
  '%s page: says that it is no article, offers what can be done, shows the list',
  async (page) => {
    const popup = await openPopupOn(used.site.url(`/not-articles/${page}.html`));
    expect(await readNotice(popup)).toContain('does not look like an article');
    const names = (await popup.accessibilityTree()).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['Show anyway', 'Save link', 'Search titles and texts']));
  },
);

test('Show anyway shows what there is', async () => {
  const popup = await openPopupOn(used.site.url('/not-articles/home.html'));
  await popup.clickNamed('Show anyway');
  const text = await popup.waitFor(() => document.querySelector('.page-body')?.textContent);
  expect(text).toContain('Otters back in the river');
});

const UNREADABLE: [page: string, url: () => string, says: RegExp][] = [
  ['image', () => used.site.url('/unreadable/image.png'), /image|picture/i],
  ['feed', () => used.site.url('/unreadable/feed.xml'), /data|feed|XML/i],
  ['JSON', () => used.site.url('/unreadable/data.json'), /data|JSON/i],
  ['empty page', () => used.site.url('/unreadable/empty.html'), /no text|empty|nothing/i],
  ['PDF', () => used.site.url('/unreadable/document.pdf'), /PDF/],
  ["Recto's own page", () => `${used.browser.origin}/src/library/library.html`, /part of Recto/],
];

test.each(UNREADABLE)('%s: the reason and a next step, never a blank view', async (_, url, says) => {
  const popup = await openPopupOn(url());
  expect(await readNotice(popup)).toMatch(says);
  expect((await popup.accessibilityTree()).map(({ name }) => name)).toContain('Reading list');
});

test("the browser's own pages say that no extension may read them", async () => {
  const popup = await openPopupOn(used.browser.name === 'firefox' ? 'about:config' : 'chrome://version');
  expect(await readNotice(popup)).toMatch(/browser|extension/i);
});

test('plain text is read', async () => {
  const popup = await openPopupOn(used.site.url('/unreadable/plain.txt'));
  const shown = await popup.waitFor(() => document.querySelector('.page-body, [role="status"]')?.textContent);
  expect(shown).toMatch(/every day|text/i);
});

test('a link that was saved becomes an article when it is read there', async () => {
  const url = used.site.url('/not-articles/video.html');
  const popup = await openPopupOn(url);
  await popup.clickNamed('Save link');
  await popup.waitFor(() => document.body.textContent?.includes('Link saved'));
  await popup.close();
  const list = await used.browser.openRecto('library');
  expect(await list.waitFor(() => document.querySelector('main li[data-id]')?.textContent)).toContain('Not kept yet');
});
