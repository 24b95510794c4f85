// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest';
import { sampleArticle } from '../storage/sample-article.ts';

const asked: string[] = [];
const article = { ...sampleArticle(), html: '<p>Read before anything was drawn</p>' };
vi.mock('../../../src/platform/read-page.ts', () => ({ readPage: async () => ({ ok: true, article }) }));
vi.mock('../../../src/sanitising/sanitise-article.ts', () => ({
  sanitiseArticle: (html: string) => {
    asked.push(html);
    const fragment = document.createDocumentFragment();
    fragment.append(html);
    return fragment;
  },
}));

const { followEarlyReading, sanitiseOnce, waitForReading } = await import('../../../src/popup/first-reading.ts');
const TAB = { id: 1, windowId: 1, url: 'https://a.example/', title: 'A', isPrivate: false };

beforeEach(async () => {
  sanitiseOnce('');
  asked.length = 0;
});

test('the first article is sanitised while other answers are awaited, and given once', async () => {
  followEarlyReading({ tab: TAB, frames: null });
  await waitForReading();
  expect(asked).toEqual([article.html]);
  expect(sanitiseOnce(article.html).textContent).toBe(article.html);
  expect(asked).toHaveLength(1);
  expect(sanitiseOnce(article.html).textContent).toBe(article.html);
  expect(asked).toHaveLength(2);
});

test('another text than the first is sanitised anew', async () => {
  followEarlyReading({ tab: TAB, frames: null });
  await waitForReading();
  expect(sanitiseOnce('<p>Picked by hand</p>').textContent).toBe('<p>Picked by hand</p>');
});

test('a very long text is left to be sanitised in slices', async () => {
  const { html } = article;
  article.html = '<p>long</p>'.repeat(30_000);
  followEarlyReading({ tab: TAB, frames: null });
  await waitForReading();
  expect(asked).toEqual([]);
  article.html = html;
});
