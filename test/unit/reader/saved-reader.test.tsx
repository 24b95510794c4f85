// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Highlight } from '../../../src/model/highlight.ts';
import type { Library } from '../../../src/model/library.ts';
import type { Translate } from '../../../src/model/message-key.ts';
import { parseReaderSettings } from '../../../src/model/reader-settings.ts';
import { createWords } from '../../../src/model/words.ts';
import type { ReaderProps } from '../../../src/ui/reader/reader.tsx';
import { sampleArticle, sampleMetadata } from '../fakes/sample-article.ts';

const fakes = vi.hoisted(() => ({ reader: {} as unknown }));
vi.mock('../../../src/messaging/send.ts', () => ({ send: async () => null }));
vi.mock('../../../src/reader/saved-reader-parts.tsx', () => ({ savedReaderParts: () => ({}) }));
// What the reader itself draws is tested elsewhere: here it shows the line below the bar alone.
vi.mock('../../../src/ui/reader/reader.tsx', () => ({
  Reader: (props: ReaderProps) => {
    fakes.reader = props;
    return props.notice;
  },
}));
const { SavedReader } = await import('../../../src/reader/saved-reader.tsx');

const keyed: Translate = (key, ...values) => (key === 'localeTag' ? 'en' : [key, ...values].join(' '));
const HIGHLIGHT: Highlight = {
  ...{ id: 'h1', articleId: 'a1', exact: 'lamps', prefix: '', suffix: '', start: 0, end: 5 },
  ...{ colour: 'yellow', note: '', createdAt: 1, changedAt: 1 },
};
const library = {
  watch: () => undefined,
  copies: async () => [],
  highlights: async () => [HIGHLIGHT],
  removeHighlight: async () => undefined,
  restoreHighlight: vi.fn(async () => undefined),
  move: vi.fn(async () => undefined),
};

const reader = () => fakes.reader as ReaderProps;
const line = () => document.querySelector('.notice-text')?.textContent ?? null;
/** Does it and lets everything that follows from it come to its end. */
async function settled(work: () => void): Promise<void> {
  await act(work);
  for (let turn = 0; turn < 3; turn += 1) await act(() => new Promise<void>((resolve) => setImmediate(resolve)));
}

beforeEach(async () => {
  await settled(() =>
    render(
      <SavedReader
        library={library as unknown as Library}
        words={createWords(keyed, 'en')}
        metadata={sampleMetadata()}
        article={sampleArticle()}
        preferences={{ settings: parseReaderSettings({}), change: () => undefined }}
        {...{ pictures: [], unkept: null, toggleKey: null, openList: async () => undefined }}
      />,
      document.body,
    ),
  );
});
afterEach(() => act(() => render(null, document.body)));

test('the key of Undo brings back the highlight that was just removed', async () => {
  await settled(() => reader().highlights?.remove(HIGHLIGHT));
  expect(line()).toBe('highlightRemoved');
  await settled(() => reader().actions.undo?.());
  expect(library.restoreHighlight).toHaveBeenCalledWith(HIGHLIGHT);
  expect(line()).toBeNull();
  expect(reader().undone).toBe(1);
});

test('the line and the key of Undo are about what was done last: an article that is archived after a highlight was removed', async () => {
  await settled(() => reader().highlights?.remove(HIGHLIGHT));
  await settled(() => reader().actions.archive?.());
  expect(line()).toBe('popupArchived');
  await settled(() => reader().actions.undo?.());
  expect(library.move.mock.calls).toEqual([
    [['a1'], 'archive'],
    [['a1'], 'list'],
  ]);
  expect(reader().undone).toBe(1);
});
