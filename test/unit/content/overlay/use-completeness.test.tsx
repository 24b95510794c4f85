// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type ShowAll, useShowAll } from '../../../../src/content/overlay/use-completeness.ts';
import type { Article } from '../../../../src/model/article.ts';
import type { LoadPart } from '../../../../src/ui/parts/load-part.ts';
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
