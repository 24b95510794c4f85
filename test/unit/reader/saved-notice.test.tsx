// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { RectoError } from '../../../src/model/errors/recto-error.ts';
import type { Library } from '../../../src/model/library.ts';
import type { Translate } from '../../../src/model/message-key.ts';
import { createWords } from '../../../src/model/words.ts';
import { savedNotice } from '../../../src/reader/saved-notice.tsx';
import type { Copies } from '../../../src/reader/use-copies.tsx';
import { type SavedActions, useSavedActions } from '../../../src/reader/use-saved-actions.ts';
import { sampleMetadata } from '../fakes/sample-article.ts';

const keyed: Translate = (key, ...values) => (key === 'localeTag' ? 'en' : [key, ...values].join(' '));
const words = createWords(keyed, 'en');
const copies = {
  shown: { facts: { keptAt: 1, why: 'replaced', wordCount: 2 } },
  leave: vi.fn(),
} as unknown as Copies;
let doing: SavedActions;

function Probe() {
  doing = useSavedActions({} as Library, sampleMetadata());
  return savedNotice({
    ...{ words, doing, copies, dropping: false },
    tags: { notice: null, undo: null, hold: () => undefined },
    highlights: { removed: null } as never,
    setDropping: () => undefined,
  });
}
const press = (label: string) =>
  act(() => [...document.querySelectorAll('button')].find(({ textContent }) => textContent === label)?.click());

afterEach(() => render(null, document.body));

test('an error can be closed, and then the notice of the older text can be used', async () => {
  await act(() => render(<Probe />, document.body));
  await act(() => doing.fail(new RectoError('quota')));
  expect(document.querySelector('[role=alert]')?.textContent).toContain('error_quota');
  await press('listClose');
  await press('copyBack');
  expect(copies.leave).toHaveBeenCalledOnce();
});
