// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { TagList } from '../../../src/library/tag-list.tsx';
import type { Library, LibraryChange, TagCount, TagReplacement } from '../../../src/model/library.ts';
import { createWords } from '../../../src/model/words.ts';
import { UNDO_MS } from '../../../src/ui/list/actions/use-undo.ts';
import { WordsProvider } from '../../../src/ui/list/words-context.ts';
import { heldAnswers } from '../fakes/held-answers.ts';
import { savedItem } from '../ui/list/saved-item.ts';

let library: Library;
let names: string[];
/** Tells of a change, as by another window. */
let changed: (change?: LibraryChange) => void;
let refuses: boolean;
let puts: () => Promise<void>;
let tried: number;

beforeEach(async () => {
  names = ['coast', 'harbour', 'ice'];
  refuses = false;
  tried = 0;
  const watchers = new Set<(change: LibraryChange) => void>();
  changed = (change = { ids: null }) => {
    for (const watcher of watchers) watcher(change);
  };
  library = {
    tags: async () => names.map((name) => ({ name, count: 1 })),
    watch: (listener: (change: LibraryChange) => void, signal: AbortSignal) => {
      watchers.add(listener);
      signal.addEventListener('abort', () => watchers.delete(listener));
    },
    metadata: async () => [savedItem({ id: 'a', tags: names })],
    replaceTag: async ({ from, to }: TagReplacement) => {
      if (refuses) throw new Error('refused');
      names = names.flatMap((name) => (name === from ? (to ?? []) : name));
      return { changed: [{ tag: from, ids: ['a'] }], joined: [] };
    },
    changeTags: () => {
      tried += 1;
      return puts();
    },
  } as unknown as Library;
  const words = createWords((key, ...values) => (key === 'localeTag' ? 'en' : [key, ...values].join(' ')), 'en');
  await act(() =>
    render(
      <WordsProvider value={words}>
        <TagList library={library} resting={false} />
      </WordsProvider>,
      document.body,
    ),
  );
});
afterEach(() => render(null, document.body));

const control = (name: string): HTMLElement => {
  const found = [...document.querySelectorAll('a, button')].find(
    (each) => (each.getAttribute('aria-label') ?? each.textContent) === name,
  );
  if (!(found instanceof HTMLElement)) throw new Error(`There is no ${name}.`);
  return found;
};
const press = (name: string) =>
  act(() => {
    control(name).focus();
    control(name).click();
  });
const rename = async (name: string, to: string) => {
  await press(`listActionOn tagRename ${name}`);
  const field = document.querySelector('input');
  await act(() => {
    if (field) field.value = to;
    field?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
  });
};

test('after renaming a tag the focus is on its new name, or on the old one if that is refused', async () => {
  await rename('harbour', 'port');
  await act(() => changed());
  await vi.waitFor(() => expect(document.activeElement).toBe(control('listActionOn tagRename port')));
  refuses = true;
  await rename('port', 'quay');
  await vi.waitFor(() => expect(document.activeElement).toBe(control('listActionOn tagRename port')));
});

test('a name that is left as it was gives the focus back after Escape, and not when the person has gone elsewhere', async () => {
  const frame = () => new Promise(requestAnimationFrame);
  await press('listActionOn tagRename harbour');
  const key = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true });
  await act(() => void document.querySelector('input')?.dispatchEvent(key));
  await frame();
  expect(document.activeElement).toBe(control('listActionOn tagRename harbour'));
  await press('listActionOn tagRename harbour');
  await act(() => control('ice').focus());
  await frame();
  expect(document.activeElement).toBe(control('ice'));
});

test('a name that was typed is taken by a press beside the rows, and the focus stays there', async () => {
  await press('listActionOn tagRename harbour');
  const field = document.querySelector('input');
  if (field) field.value = 'port';
  await act(() => document.querySelector<HTMLElement>('.list-view')?.focus());
  await act(() => changed());
  await vi.waitFor(() => expect(control('port')).toBeTruthy());
  await act(() => changed());
  expect(document.activeElement?.className).toBe('list-view');
});

test('a name that was typed is taken also when the part is left, of which no focus event need tell', async () => {
  await press('listActionOn tagRename harbour');
  const field = document.querySelector('input');
  if (field) field.value = 'port';
  await act(() => render(null, document.body));
  expect(names).toEqual(['coast', 'port', 'ice']);
});

test('after removing a tag the focus is on the next one, or for the last on the previous one, and not on a remove button', async () => {
  for (const [name, next] of [
    ['harbour', 'ice'],
    ['ice', 'coast'],
  ] as const) {
    await press(`listActionOn listDelete ${name}`);
    await act(() => changed());
    await vi.waitFor(() => expect(document.activeElement).toBe(control(next)));
  }
});

test('after the only tag is removed, and after Undo, the focus is on the list, from which Tab leads on', async () => {
  names = ['coast'];
  await act(async () => changed());
  const list = document.querySelector('.list-view');
  await press('listActionOn listDelete coast');
  await act(async () => changed());
  await vi.waitFor(() => expect([document.querySelector('[data-row]'), document.activeElement]).toEqual([null, list]));
  puts = async () => void names.push('coast');
  await vi.waitFor(() => control('listUndo'));
  await press('listUndo');
  await vi.waitFor(() => expect([tried, document.activeElement]).toEqual([1, list]));
});

test('the key that the control of Undo names takes back what was done to a tag', async () => {
  puts = async () => void names.push('harbour');
  await press('listActionOn listDelete harbour');
  await vi.waitFor(() => expect(control('listUndo').getAttribute('aria-keyshortcuts')).toBe('u'));
  await act(
    () => void document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'u', code: 'KeyU', bubbles: true })),
  );
  await vi.waitFor(() => expect([tried, names]).toEqual([1, ['coast', 'ice', 'harbour']]));
});

test('a renaming that another window has followed by another can no longer be undone: nothing has the name any more', async () => {
  await rename('harbour', 'port');
  await vi.waitFor(() => control('listUndo'));
  names = ['coast', 'port', 'ice', 'fog'];
  await act(async () => changed());
  expect(control('listUndo')).toBeTruthy();
  names = ['coast', 'quay', 'ice', 'fog'];
  await act(async () => changed());
  // Long before it goes by itself.
  await vi.waitFor(() => expect(() => control('listUndo')).toThrow(), UNDO_MS / 4);
});

test('a name that is being typed stays, and is not taken yet, where another window spells the tag otherwise', async () => {
  await press('listActionOn tagRename harbour');
  const field = document.querySelector('input');
  if (field) field.value = 'po';
  names = ['coast', 'Harbour', 'ice'];
  await act(async () => changed());
  expect(document.activeElement).toBe(field);
  expect(names).toEqual(['coast', 'Harbour', 'ice']);
});

test('a refused Undo is reported until it is tried again', async () => {
  await press('listActionOn listDelete ice');
  await vi.waitFor(() => control('listUndo'));
  puts = async () => Promise.reject(new Error('refused'));
  await press('listUndo');
  await vi.waitFor(() => expect(document.querySelector('[role=alert]')).not.toBeNull());
  puts = async () => undefined;
  await press('listUndo');
  await vi.waitFor(() => expect(tried).toBe(2));
  await vi.waitFor(() => expect(document.querySelector('[role=alert]')).toBeNull());
});

test('a late answer to an earlier reading does not replace the newer list of tags', async () => {
  const { call, calls } = heldAnswers<[], TagCount[]>();
  library.tags = call;
  changed();
  changed();
  await calls[1]?.answer([{ name: 'ice', count: 2 }]);
  await calls[0]?.answer([{ name: 'coast', count: 1 }]);
  expect([...document.querySelectorAll('[data-row]')].map((row) => row.getAttribute('data-row'))).toEqual(['ice']);
});

test('tags that could not be read are shown after a second try, without the error', async () => {
  const { tags } = library;
  library.tags = async () => Promise.reject(new Error('not now'));
  await act(() => changed());
  await vi.waitFor(() => expect(document.querySelector('[role=alert]')).not.toBeNull());
  expect(control('coast')).toBeDefined();
  library.tags = tags;
  await press('listTryAgain');
  await vi.waitFor(() => expect(document.querySelector('[role=alert]')).toBeNull());
});

test('a double click on Delete deletes one tag, and not the next one, which takes its place', async () => {
  const click = (name: string, detail: number) =>
    act(() => void control(name).dispatchEvent(new MouseEvent('click', { bubbles: true, detail })));
  await vi.waitFor(() => expect(control('listActionOn listDelete coast')).toBeTruthy());
  await click('listActionOn listDelete coast', 1);
  await vi.waitFor(() => expect(names).toEqual(['harbour', 'ice']));
  await click('listActionOn listDelete harbour', 2);
  expect(names).toEqual(['harbour', 'ice']);
});

test('a tag with half a character does not keep the others from being listed', async () => {
  names = ['coast', '\ud83c', 'ice'];
  await act(async () => changed());
  const addresses = [...document.querySelectorAll('a')].map((link) => link.getAttribute('href'));
  expect(addresses).toEqual(['#tags/coast', '#tags/%EF%BF%BD', '#tags/ice']);
});
