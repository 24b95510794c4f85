// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SavedMetadata } from '../../../src/model/saved-article.ts';
import { createWords } from '../../../src/model/words.ts';
import type { SavedPage } from '../../../src/popup/use-saved-page.ts';
import { WordsProvider } from '../../../src/ui/list/words-context.ts';
import { sampleMetadata } from '../fakes/sample-article.ts';
import { memoryLibrary } from '../ui/list/memory-library.ts';

const remote = vi.hoisted(() => ({ library: {} as unknown }));
vi.mock('../../../src/messaging/remote-library.ts', () => ({
  get remoteLibrary() {
    return remote.library;
  },
}));
const { useTagging } = await import('../../../src/popup/use-tagging.tsx');

let library: ReturnType<typeof memoryLibrary>;
const [tag, fail] = [vi.fn(), vi.fn()];

/** The dialog over an article with the tag “Sea”, once the tags of the library are known. */
beforeEach(async () => {
  tag.mockClear();
  fail.mockClear();
  const kept = sampleMetadata({ tags: ['Sea'] });
  library = memoryLibrary([kept]);
  remote.library = library;
  let open: () => void = () => undefined;
  function Probe() {
    const [dialog, ask] = useTagging({ kept, tag } as Partial<SavedPage> as SavedPage, fail);
    open = ask;
    return dialog;
  }
  const words = createWords((key) => (key === 'localeTag' ? 'en' : key), 'en');
  const drawn = (
    <WordsProvider value={words}>
      <Probe />
    </WordsProvider>
  );
  await act(() => render(drawn, document.body));
  await act(() => open());
  await vi.waitFor(() => expect(document.querySelector('.tag-count')).not.toBeNull());
});
afterEach(() => act(() => render(null, document.body)));

/** Another window changes the article, or removes it for good. */
const elsewhere = (change: Partial<SavedMetadata> | null) => {
  const item = [...library.all.values()].at(0);
  if (item && change) library.all.set(item.id, { ...item, ...change });
  else library.all.clear();
  library.announce({ ids: null });
};

test('a tag that another window takes away while its name is typed is added, as it was typed', async () => {
  elsewhere({ tags: [] });
  await vi.waitFor(() => expect(document.querySelector('.tag-dialog li')).toBeNull());
  const field = document.querySelector<HTMLInputElement>('.tag-dialog input[type=text]');
  if (field) field.value = 'Sea';
  await act(() => void field?.dispatchEvent(new InputEvent('input', { bubbles: true })));
  await act(() => document.querySelector<HTMLElement>('.tag-dialog-end button')?.click());
  expect(tag.mock.lastCall?.[1]).toEqual({ add: ['Sea'], remove: [] });
  expect(document.querySelector('.tag-dialog')).toBeNull();
});

test('the dialog over an article that another window removes for good closes, and that is said', async () => {
  elsewhere(null);
  await vi.waitFor(() => expect(document.querySelector('.tag-dialog')).toBeNull());
  expect(fail.mock.calls).toMatchObject([[{ code: 'not-found' }]]);
});

test('what was ticked is kept when the popup is closed over the dialog, and what is only typed is not', async () => {
  const changed = vi.spyOn(library, 'changeTags');
  const field = document.querySelector<HTMLInputElement>('.tag-dialog input[type=text]');
  const type = (name: string) =>
    act(() => {
      if (field) field.value = name;
      field?.dispatchEvent(new InputEvent('input', { bubbles: true }));
    });
  dispatchEvent(new Event('pagehide'));
  expect(changed).not.toHaveBeenCalled();
  await type('tide');
  await act(() => void field?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true })));
  await type('har');
  dispatchEvent(new Event('pagehide'));
  expect(changed.mock.calls).toEqual([[[...library.all.keys()], { add: ['tide'], remove: [] }]]);
});
