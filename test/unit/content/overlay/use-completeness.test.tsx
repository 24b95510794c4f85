// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  type Completeness,
  type ShowAll,
  useCompleteness,
  useShowAll,
} from '../../../../src/content/overlay/use-completeness.ts';
import type { Article } from '../../../../src/model/article.ts';
import type { LoadPart } from '../../../../src/ui/parts/load-part.ts';
import type { ReaderSurfaceParts } from '../../../../src/ui/reader/reader-surface.ts';
import { heldAnswers } from '../../fakes/held-answers.ts';
import { sampleArticle } from '../../fakes/sample-article.ts';

/** Whether there is more, which the page says when a test has it say so. */
let pages = heldAnswers<[document: Document, article: Article, signal: AbortSignal], boolean>();
const loadPart = (async () => ({ showAll: pages.call })) as unknown as LoadPart;
const readAgain = vi.fn();
let shown: ShowAll;

function Probe({ article }: { article: ReturnType<typeof sampleArticle> }) {
  shown = useShowAll(true, article, loadPart, readAgain);
  return null;
}
const draw = () => render(<Probe article={sampleArticle()} />, document.body);
beforeEach(() => {
  pages = heldAnswers();
  readAgain.mockReset();
});
afterEach(() => act(() => render(null, document.body)));

test('a request for the rest before effects have run is kept until the same article is read again', async () => {
  draw();
  expect(shown.step).toBe('offered');
  await act(async () => shown.press());
  expect(shown.step).toBe('waiting');
  await act(draw);
  expect(shown.step).toBe('nothing');
});

test('the page is read again where its button gave more, and where it gave nothing that is said, until it is put away', async () => {
  await act(draw);
  await act(async () => shown.press());
  await pages.calls[0]?.answer(true);
  expect(readAgain).toHaveBeenCalledOnce();
  await act(async () => shown.press());
  await pages.calls[1]?.answer(false);
  expect([shown.step, readAgain.mock.calls.length]).toEqual(['nothing', 1]);
  await act(async () => shown.dismiss());
  expect(shown.step).toBeNull();
});

test('a button that cannot be pressed gave nothing', async () => {
  pages.call = () => Promise.reject(new Error('the page took it away'));
  await act(draw);
  await act(async () => shown.press());
  await vi.waitFor(() => expect(shown.step).toBe('nothing'));
  expect(readAgain).not.toHaveBeenCalled();
});

test('full view that was closed meanwhile is not read again', async () => {
  await act(draw);
  await act(async () => shown.press());
  act(() => render(null, document.body));
  expect(pages.calls[0]?.asked[2].aborted).toBe(true);
  await pages.calls[0]?.answer(true);
  expect(readAgain).not.toHaveBeenCalled();
});

test('that more was read after a press is no longer said to be waited for', async () => {
  await act(draw);
  await act(async () => shown.press());
  expect(shown.step).toBe('waiting');
  await act(() => render(<Probe article={sampleArticle({ contentHash: 'longer' })} />, document.body));
  expect(shown.step).toBe('offered');
});

const complete = sampleArticle({ contentHash: 'complete' });
const missing = { complete, count: 2, first: 'In the evening' };

/** Draws an article beside which the page shows what is `missing`, until that is known. */
async function compare() {
  vi.stubGlobal('requestIdleCallback', (work: () => void) => window.setTimeout(work));
  vi.stubGlobal('cancelIdleCallback', (handle: number) => clearTimeout(handle));
  const rest = { missing, isPartial: true, isWithheld: false, offerPages: null };
  const comparing = { loadPart: async () => ({ check: async () => rest }) } as unknown as ReaderSurfaceParts;
  const drawn: Completeness[] = [];
  const Comparing = ({ article }: { article: Article }) => void drawn.push(useCompleteness(article, comparing));
  const last = () => drawn.at(-1) as Completeness;
  const read = sampleArticle();
  await act(() => render(<Comparing article={read} />, document.body));
  await vi.waitFor(() => expect(last().missing).toBe(missing));
  return { last, Comparing, read };
}

test('what was found beside one text of the page is not shown with the next, not even for a moment', async () => {
  const { last, Comparing } = await compare();
  await act(() => last().show());
  expect([last().article, last().arriveAt]).toEqual([complete, 'In the evening']);
  // A choice that is remembered changes nothing of one that was just made.
  await act(() => last().showQuietly());
  expect(last().arriveAt).toBe('In the evening');
  const longer = sampleArticle({ contentHash: 'longer' });
  act(() => render(<Comparing article={longer} />, document.body));
  expect(last()).toMatchObject({ article: longer, missing: null, isKnown: false, isShown: false, isPartial: false });
});

test('what was put in stays when its line is closed, and goes for good when it is taken back', async () => {
  const { last, read } = await compare();
  await act(() => last().show());
  await act(() => last().dismiss());
  expect(last()).toMatchObject({ article: complete, isShown: true, arriveAt: null });
  await act(() => last().takeBack());
  // As where the copy that has it was deleted and is restored.
  await act(() => last().showQuietly());
  expect(last()).toMatchObject({ article: read, missing });
  // Not put in, it is not offered any more.
  await act(() => last().dismiss());
  expect(last()).toMatchObject({ article: read, missing: null, isShown: false });
});
