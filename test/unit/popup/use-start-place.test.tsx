// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, expect, test, vi } from 'vitest';
import type { ReadingPosition } from '../../../src/model/reading-position.ts';
import type { SavedMetadata } from '../../../src/model/saved-article.ts';
import { heldAnswers } from '../fakes/held-answers.ts';
import { sampleMetadata } from '../fakes/sample-article.ts';

const sending = vi.hoisted(() => ({ send: vi.fn() }));
vi.mock('../../../src/messaging/send.ts', () => sending);
vi.mock('../../../src/platform/browser.ts', () => ({ browser: { extension: {} } }));
const { useStartPlace } = await import('../../../src/popup/use-start-place.ts');

const TAB = { id: 7, windowId: 1, url: 'https://news.example/one', title: 'One', isPrivate: false };
const at = (block: number): ReadingPosition => ({ block, offset: 0, quote: '', progress: 0.5, at: 1 });
let place: ReadingPosition | null;
let answers: ReturnType<typeof heldAnswers<unknown[], ReadingPosition | null>>;

let note: (place: ReadingPosition) => void;

function Probe({ saved, page }: { saved: SavedMetadata | null | undefined; page: string }) {
  [place, note] = useStartPlace(TAB, saved, page);
  return null;
}
const draw = (saved: SavedMetadata | null | undefined, page = TAB.url) =>
  render(<Probe {...{ saved, page }} />, document.body);
const show = (...drawn: Parameters<typeof draw>) => act(() => draw(...drawn));

beforeEach(() => {
  answers = heldAnswers();
  sending.send.mockImplementation(answers.call);
  render(null, document.body);
});

test('a new page does not begin at the position of the previous one', () => {
  show(sampleMetadata({ position: at(3) }));
  expect(place).toEqual(at(3));
  show(undefined);
  expect(place).toBeNull();
});

test('a late position of the previous page is not used for the new one', async () => {
  show(null);
  show(undefined);
  show(sampleMetadata({ position: at(1) }));
  await answers.calls[0]?.answer(at(9));
  expect(place).toEqual(at(1));
});

test("without a saved copy, or a position in it, the session's position is used", async () => {
  show(null);
  await answers.calls[0]?.answer(at(2));
  expect(place).toEqual(at(2));
  show(sampleMetadata());
  await answers.calls[1]?.answer(at(4));
  expect(place).toEqual(at(4));
});

test('returning from the list keeps the position, except on another page', () => {
  const saved = sampleMetadata({ position: at(3) });
  show(saved);
  note(at(7));
  show(saved);
  expect(place).toEqual(at(7));
  show(saved, 'https://news.example/two');
  expect(place).toBeNull();
});

test('the position of one page is never used for the next, which gets its own once its copy is known', () => {
  const saved = sampleMetadata({ position: at(3) });
  show(saved);
  draw(saved, 'https://news.example/two');
  expect(place).toBeNull();
  show(undefined, 'https://news.example/two');
  show(sampleMetadata({ position: at(5) }), 'https://news.example/two');
  expect(place).toEqual(at(5));
});
