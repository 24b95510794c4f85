// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Article } from '../../../src/model/article.ts';
import type { SavedMetadata } from '../../../src/model/saved-article.ts';
import { heldAnswers } from '../fakes/held-answers.ts';
import { sampleArticle, sampleMetadata } from '../fakes/sample-article.ts';

const fakes = vi.hoisted(() => ({ holdsMore: vi.fn() }));
vi.mock('../../../src/platform/holds-more.ts', () => fakes);
const { useChanged } = await import('../../../src/popup/notice-region.tsx');

let changed: boolean;
let answers: ReturnType<typeof heldAnswers<unknown[], boolean>>;

function Probe({ article, kept }: { article: Article | null; kept: SavedMetadata | null }) {
  changed = useChanged(7, article, kept);
  return null;
}
const show = (article: Article | null, kept: SavedMetadata | null) =>
  act(() => render(<Probe {...{ article, kept }} />, document.body));

beforeEach(() => {
  answers = heldAnswers();
  fakes.holdsMore.mockImplementation(answers.call);
});
afterEach(() => render(null, document.body));

const article = sampleArticle();
const other = sampleMetadata({ contentHash: 'another' });

test('a page is not reported as changed before it is known that the copy does not contain more of it', async () => {
  show(article, other);
  expect(changed).toBe(false);
  await act(async () => answers.calls[0]?.answer(false));
  expect(changed).toBe(true);
  expect(answers.calls).toHaveLength(1);
});

test('a copy with more text than was read at first does not count as a change', async () => {
  show(article, other);
  await act(async () => answers.calls[0]?.answer(true));
  expect(changed).toBe(false);
});

test('a result about one page is not shown for the next', async () => {
  show(article, other);
  await act(async () => answers.calls[0]?.answer(false));
  show(sampleArticle({ contentHash: 'next' }), other);
  expect(changed).toBe(false);
});

test('the same text, a link, and a page without an article have not changed; a copy whose text is lost has', () => {
  for (const [read, kept] of [
    [article, sampleMetadata()],
    [article, sampleMetadata({ kind: 'link', contentHash: '' })],
    [null, other],
    [article, null],
  ] as const) {
    show(read, kept);
    expect(changed).toBe(false);
  }
  show(article, sampleMetadata({ contentHash: '' }));
  expect(changed).toBe(true);
  expect(answers.calls).toHaveLength(0);
});
