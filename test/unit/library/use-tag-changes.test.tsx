// @vitest-environment jsdom
import { render } from 'preact';
import { expect, test, vi } from 'vitest';
import { useTagChanges } from '../../../src/library/use-tag-changes.ts';
import type { ReplacedTag, TagReplacement } from '../../../src/model/library.ts';
import { createWords } from '../../../src/model/words.ts';
import type { Undo } from '../../../src/ui/list/actions/use-undo.ts';
import { WordsProvider } from '../../../src/ui/list/words-context.ts';

const words = createWords((key, ...values) => (key === 'localeTag' ? 'en' : [key, ...values].join(' ')), 'en');
const library = {
  replaceTag: vi.fn<(asked: TagReplacement) => Promise<ReplacedTag>>(),
  changeTags: vi.fn(async () => undefined),
  metadata: vi.fn(async () => []),
};

/** Does one change, of which storage says what it was of; gives what is offered then, and what was told. */
async function change(report: ReplacedTag | null, work: (changes: ReturnType<typeof useTagChanges>) => void) {
  library.replaceTag.mockReset();
  library.changeTags.mockClear();
  library.replaceTag.mockImplementation(async () => {
    if (!report) throw new Error('refused');
    return report;
  });
  const told = vi.fn();
  const offer = vi.fn<Undo['offer']>();
  const undo = { offer } as Partial<Undo> as Undo;
  function Probe() {
    work(useTagChanges(library, undo, told));
    return null;
  }
  render(
    <WordsProvider value={words}>
      <Probe />
    </WordsProvider>,
    document.createElement('div'),
  );
  return { offered: await offer.mock.lastCall?.[0], told };
}
const sea = { name: 'Sea', count: 3 };

const spelled = (tag: string, ...ids: string[]) => ({ tag, ids });

test("Undo of renaming a tag restores each item's spelling, and adds the tag where the other one was there already", async () => {
  const { offered } = await change(
    { changed: [spelled('Sea', 'a', 'b'), spelled('sea', 'd')], joined: [spelled('SEA', 'c')] },
    ({ rename }) => rename(sea, 'Ocean'),
  );
  expect(offered?.text).toBe('tagJoined Sea Ocean');
  expect(await offered?.undo?.()).toBeNull();
  expect(library.replaceTag.mock.calls).toEqual([
    [{ from: 'Sea', to: 'Ocean' }],
    [{ from: 'Ocean', to: 'Sea', ids: ['a', 'b'] }],
    [{ from: 'Ocean', to: 'sea', ids: ['d'] }],
  ]);
  expect(library.changeTags.mock.calls).toEqual([[['c'], { add: ['SEA'] }]]);
});

test('Undo changes nothing where nothing was changed', async () => {
  const renamed = await change({ changed: [], joined: [spelled('Sea', 'c')] }, ({ rename }) => rename(sea, 'Ocean'));
  await renamed.offered?.undo?.();
  expect(library.replaceTag).toHaveBeenCalledOnce();
  const alone = await change({ changed: [spelled('Sea', 'a')], joined: [] }, ({ rename }) => rename(sea, 'Ocean'));
  expect(alone.offered?.text).toBe('tagRenamed Sea Ocean');
  await alone.offered?.undo?.();
  expect(library.changeTags).not.toHaveBeenCalled();
});

test('Undo of deleting a tag gives it back to the items that had it', async () => {
  const { offered } = await change(
    { changed: [spelled('Sea', 'a', 'b'), spelled('sea', 'd')], joined: [] },
    ({ remove }) => remove(sea),
  );
  expect(offered?.text).toBe('tagDeletedOther 3 Sea');
  await offered?.undo?.();
  expect(library.replaceTag.mock.calls).toEqual([[{ from: 'Sea', to: null }]]);
  expect(library.changeTags.mock.calls).toEqual([
    [['a', 'b'], { add: ['Sea'] }],
    [['d'], { add: ['sea'] }],
  ]);
});

test('a refused change is reported and offers no Undo', async () => {
  const { offered, told } = await change(null, ({ rename }) => rename(sea, 'Ocean'));
  expect(offered).toBeNull();
  expect(told.mock.calls).toMatchObject([[null], [{ code: 'unexpected' }]]);
});

test('a tag that another window has removed meanwhile is not reported as renamed or deleted', async () => {
  const gone: ReplacedTag = { changed: [], joined: [] };
  expect((await change(gone, ({ rename }) => rename(sea, 'Ocean'))).offered).toBeNull();
  expect((await change(gone, ({ remove }) => remove(sea))).offered).toBeNull();
});
