// @vitest-environment jsdom
import { render } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ExtractionOutcome, ReadOptions } from '../../../src/model/extraction-outcome.ts';
import type { PageState } from '../../../src/popup/follow-page.ts';
import { sampleArticle } from '../fakes/sample-article.ts';

const fakes = vi.hoisted(() => ({
  readPage: vi.fn(),
  takeFirstReading: vi.fn(),
  firstArticle: vi.fn(),
  findTab: vi.fn(),
  watchTab: vi.fn(),
}));
vi.mock('../../../src/platform/read-page.ts', () => ({ readPage: fakes.readPage }));
vi.mock('../../../src/popup/first-reading.ts', () => ({
  takeFirstReading: fakes.takeFirstReading,
  firstArticle: fakes.firstArticle,
}));
vi.mock('../../../src/platform/active-tab.ts', () => ({ findTab: fakes.findTab, watchTab: fakes.watchTab }));

import { usePage } from '../../../src/popup/use-page.ts';

const TAB = { id: 7, windowId: 1, url: 'https://news.example/one', title: 'One', isPrivate: false };
const read = (title: string): ExtractionOutcome => ({
  ok: true,
  article: sampleArticle({ title, contentHash: title }),
});

let where: string;
let states: PageState[];
const last = () => states.at(-1);

let block: string | null;
let root: HTMLElement;

function Popup() {
  states.push(usePage(TAB, { name: 'news.example', settings: { block } })[0]);
  return null;
}

beforeEach(() => {
  root = document.createElement('div');
  fakes.takeFirstReading.mockClear();
  where = TAB.url;
  block = 'div.story';
  fakes.firstArticle.mockReturnValue(null);
  fakes.readPage.mockReset();
  states = [];
  let first: Promise<ExtractionOutcome> | null = Promise.resolve(read('first'));
  fakes.takeFirstReading.mockImplementation(() => {
    const taken = first;
    first = null;
    return taken;
  });
  fakes.findTab.mockImplementation(async () => ({ url: where, title: '' }));
});

// One that is left would hear of the next one's tab, too.
afterEach(() => render(null, root));

test('the reading that was begun first is never shown under a later address', async () => {
  fakes.readPage.mockImplementation(async (_tab: number, { block }: ReadOptions) =>
    block && where === TAB.url
      ? read('picked')
      : block
        ? { ok: false, error: { code: 'empty', message: '' } }
        : read('second'),
  );
  render(<Popup />, root);
  await vi.waitFor(() => expect(last()).toMatchObject({ article: { title: 'picked' } }));
  where = 'https://news.example/two';
  fakes.watchTab.mock.lastCall?.[1]();
  await vi.waitFor(() => expect(last()).toMatchObject({ url: where, kind: 'article' }));
  expect(last()).toMatchObject({ article: { title: 'second' } });
});

test('when the page has no picked block, the first reading is used', async () => {
  fakes.readPage.mockResolvedValue({ ok: false, error: { code: 'empty', message: '' } });
  render(<Popup />, root);
  await vi.waitFor(() => expect(last()).toMatchObject({ article: { title: 'first' } }));
});

test('an article that was read before the first drawing is drawn first, and never again under a later address', async () => {
  block = null;
  fakes.firstArticle.mockReturnValue(sampleArticle({ title: 'first', contentHash: 'first' }));
  fakes.readPage.mockImplementation(async () => read('second'));
  render(<Popup />, root);
  expect(states[0]).toMatchObject({ url: TAB.url, kind: 'article', article: { title: 'first' } });
  await vi.waitFor(() => expect(fakes.takeFirstReading).toHaveBeenCalled());
  where = 'https://news.example/two';
  fakes.watchTab.mock.lastCall?.[1]();
  await vi.waitFor(() => expect(last()).toMatchObject({ url: where, article: { title: 'second' } }));
  expect(fakes.readPage).toHaveBeenCalledTimes(1);
});

test('when a block was picked on the site, the first reading is not drawn', () => {
  fakes.firstArticle.mockReturnValue(sampleArticle());
  render(<Popup />, root);
  expect(states[0]).toMatchObject({ kind: 'reading' });
});
