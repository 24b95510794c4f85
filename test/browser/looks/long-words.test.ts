import { expect, test } from 'vitest';
import type { Tab } from '../driver/browser-driver.ts';
import { chooseFile } from '../steps/choose-file.ts';
import { isZoomedTo, zoomAllTabs } from '../steps/narrow.ts';
import { useBrowser } from '../use-browser.ts';

const used = useBrowser();

/** As long as a tag may be, and longer than a window is wide. */
const WORD = 'Donaudampfschiff'.repeat(13).slice(0, 200);

/** A backup with such a word wherever a person, or a page, may put one. */
function backupOfLongWords(): string {
  const at = 1_700_000_000_000;
  const itemOf = (id: string, kind: 'article' | 'link') => {
    const url = `https://news.example/${id}`;
    const facts = { url, canonicalUrl: null, title: WORD, byline: WORD, siteName: WORD, publishedTime: null };
    const text = { lang: 'en', dir: 'ltr', excerpt: WORD, wordCount: 3, readingMinutes: 1, contentHash: id };
    const body = { leadImage: null, attribution: null, html: '<p>The tide came</p>', text: 'The tide came' };
    const kept = { place: 'list', placeBefore: null, movedAt: at, favourite: false, tags: [WORD], position: null };
    const times = { savedAt: at, updatedAt: at, openedAt: null };
    const metadata = { id, kind, urlKey: url, ...facts, ...text, ...kept, ...times };
    const article = kind === 'article' ? { ...facts, ...text, ...body } : null;
    return { item: { metadata, article, aliases: [], tagsAt: at, favouriteAt: 0 } };
  };
  const anchor = { exact: 'The tide', prefix: '', suffix: ' came', start: 0, end: 8 };
  const marked = { articleId: 'kept', colour: 'yellow', note: WORD, createdAt: at, changedAt: at };
  const lines = [
    { format: 'recto-backup', version: 1, createdAt: at },
    itemOf('kept', 'article'),
    itemOf('link', 'link'),
    { highlight: { id: 'marked', ...anchor, ...marked } },
  ];
  return [...lines, { end: { lines: lines.length } }].map((line) => JSON.stringify(line)).join('\n');
}

/** Waits until something is shown, and expects all of the page to be in the window. */
async function fits(tab: Tab, shown: string): Promise<void> {
  await tab.waitFor((selector) => document.querySelector(selector), shown);
  const beside = () => tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect([shown, await beside()]).toEqual([shown, 0]);
}

test('a word that is longer than the window makes no page of the list scroll sideways', async () => {
  const settings = await used.browser.openRecto('library#settings/import');
  await chooseFile(settings, 'import', 'links.csv', `title,url,time_added\n${WORD},ftp://news.example/,1\n`);
  await settings.waitFor(() => document.querySelector('#import .intake details'));
  await settings.evaluate(() => document.querySelector('#import .intake details')?.setAttribute('open', ''));
  await fits(settings, '#import .intake details[open]');
  await chooseFile(settings, 'backup', 'library.jsonl', backupOfLongWords());
  await settings.clickNamed('Restore', 'button');
  await settings.waitFor(() => document.querySelector('#backup .intake')?.textContent?.includes('2 articles restored'));
  await settings.close();
  for (const [page, shown] of [
    ['library#list', '.row-title'],
    ['library#highlights', 'blockquote p'],
    ['library#tags', '.tag-list a'],
    [`library#tags/${WORD}`, '.row-title'],
    ['reader#kept', '.page-body p'],
    ['reader#link', '.reader-message h1'],
  ] as const) {
    const tab = await used.browser.openRecto(page);
    await fits(tab, shown);
    await tab.close();
  }
  // In a narrow window, with the article that was begun above the list.
  const list = await used.browser.openRecto('library#list');
  try {
    await zoomAllTabs(list, 4);
    await list.waitFor(isZoomedTo, 4);
    await fits(list, '.continue a');
  } finally {
    await zoomAllTabs(list, 1);
  }
});
