// @vitest-environment jsdom
import { render } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Translate } from '../../../../src/model/message-key.ts';
import { createWords } from '../../../../src/model/words.ts';
import { LIST_KEYS } from '../../../../src/ui/list/list-keys.tsx';
import { ListView } from '../../../../src/ui/list/list-view.tsx';
import { WordsProvider } from '../../../../src/ui/list/words-context.ts';
import { heldAnswers } from '../../fakes/held-answers.ts';
import { memoryLibrary } from './memory-library.ts';
import { savedItem } from './saved-item.ts';

const keyed: Translate = (key, ...values) => (key === 'localeTag' ? 'en' : [key, ...values].join(' '));
const words = createWords(keyed, 'en');
let library: ReturnType<typeof memoryLibrary>;
let root: HTMLElement;

const titles = () => [...root.querySelectorAll('.row-title')].map(({ textContent }) => textContent);
const notice = () => root.querySelector('.undo p')?.textContent;
const press = (key: string) =>
  (document.activeElement ?? document.body).dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
  );
const settled = () => new Promise(requestAnimationFrame);
const pressEach = async (...keys: string[]) => {
  for (const key of keys) {
    press(key);
    await settled();
    await settled();
  }
};
const choose = (label: string, value: string) => {
  const menu = root.querySelector<HTMLSelectElement>(`select[aria-label=${label}]`);
  if (!menu) throw new Error(`no menu ${label}`);
  menu.value = value;
  menu.dispatchEvent(new Event('change', { bubbles: true }));
};

async function show(props: { query?: string } = {}) {
  render(
    <WordsProvider value={words}>
      <ListView
        library={library}
        place="list"
        organise={{ tagHref: (tag) => `#tags/${tag}` }}
        shortcut="Alt+R"
        hrefOf={({ id }) => `#${id}`}
        onOpen={(_item, event) => event.preventDefault()}
        tryHref="#try"
        restoreHref="#settings"
        {...props}
      />
    </WordsProvider>,
    root,
  );
  await vi.waitFor(() => expect(titles().length).toBeGreaterThan(0));
}

beforeEach(() => {
  library = memoryLibrary([
    savedItem({ id: '1', savedAt: 1, title: 'One', url: 'https://sea.example/1', tags: ['Sea'] }),
    savedItem({ id: '2', savedAt: 2, title: 'Two', favourite: true }),
    savedItem({ id: '3', savedAt: 3, title: 'Three' }),
  ]);
  root = document.body.appendChild(document.createElement('div'));
});

afterEach(() => {
  render(null, root);
  root.remove();
});

test('x selects rows, e archives them all, and u brings them all back', async () => {
  await show();
  await pressEach('j', 'x', 'j', 'x');
  expect(root.querySelector('.selection-count')?.textContent).toBe('listSelectedOther 2');
  await pressEach('e');
  await vi.waitFor(() => expect(titles()).toEqual(['One']));
  expect(library.move).toHaveBeenCalledWith(['3', '2'], 'archive');
  expect(root.querySelector('.selection')).toBeNull();
  await vi.waitFor(() => expect(notice()).toBe('listArchivedOther 2 Three'));
  await pressEach('u');
  await vi.waitFor(() => expect(titles()).toEqual(['Three', 'Two', 'One']));
});

test('f moves to the menus and Escape back to the row, and Escape clears the selection of *', async () => {
  await show();
  await pressEach('j', 'j', 'f');
  expect(document.activeElement?.getAttribute('aria-label')).toBe('listSortLabel');
  await pressEach('Escape');
  expect(document.activeElement?.textContent).toBe('Two');
  await pressEach('*');
  expect(root.querySelectorAll('.row[data-selected]')).toHaveLength(3);
  await pressEach('Escape');
  expect(root.querySelectorAll('.row[data-selected]')).toHaveLength(0);
});

test('Shift and click select a range', async () => {
  await show();
  const boxes = root.querySelectorAll<HTMLElement>('.row-select input');
  boxes[0]?.click();
  await settled();
  root
    .querySelectorAll<HTMLElement>('.row-select input')[2]
    ?.dispatchEvent(new MouseEvent('click', { bubbles: true, shiftKey: true }));
  await vi.waitFor(() => expect(root.querySelectorAll('.row[data-selected]')).toHaveLength(3));
});

test('s makes all selected items favourites, and Undo only those that were none before', async () => {
  await show();
  await pressEach('*', 's');
  expect(library.setFavourite).toHaveBeenCalledWith(['3', '1'], true);
  await vi.waitFor(() => expect(notice()).toBe('listFavouredOther 2 Three'));
  await pressEach('u');
  await vi.waitFor(() => expect(library.all.get('1')?.favourite).toBe(false));
  expect(library.all.get('2')?.favourite).toBe(true);
});

test('t opens the tag dialog, where Enter adds a new tag and boxes set known ones; Undo reverts only what changed', async () => {
  await show();
  await pressEach('*', 't');
  const input = await vi.waitFor(() => {
    const found = root.querySelector<HTMLInputElement>('.tag-dialog input[type=text]');
    expect(root.querySelector('.tag-dialog input[type=checkbox]')).not.toBeNull();
    return found as HTMLInputElement;
  });
  const box = root.querySelector<HTMLInputElement>('.tag-dialog input[type=checkbox]');
  expect(box?.indeterminate).toBe(true);
  box?.click();
  input.value = 'New';
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await settled();
  input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
  await settled();
  expect(library.changeTags).not.toHaveBeenCalled();
  input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
  await vi.waitFor(() => expect(root.querySelector('.tag-dialog')).toBeNull());
  expect(library.changeTags).toHaveBeenCalledWith(['3', '2', '1'], { add: ['Sea', 'New'], remove: [] });
  await vi.waitFor(() => expect(notice()).toBe('listTaggedOther 3 Three'));
  await pressEach('u');
  await vi.waitFor(() => expect(library.all.get('3')?.tags).toEqual([]));
  await vi.waitFor(() => expect(library.all.get('1')?.tags).toEqual(['Sea']));
});

test('tags that could not be added are added by Try again as they were chosen', async () => {
  await show();
  vi.mocked(library.changeTags).mockRejectedValueOnce(new Error('not now'));
  await pressEach('*', 't');
  const box = await vi.waitFor(() => root.querySelector<HTMLInputElement>('.tag-dialog input[type=checkbox]'));
  box?.click();
  await settled();
  root.querySelector<HTMLElement>('.tag-dialog-end button')?.click();
  const again = await vi.waitFor(() => root.querySelector<HTMLElement>('[role=alert] button') ?? Promise.reject());
  again.click();
  await vi.waitFor(() => expect(library.all.get('3')?.tags).toEqual(['Sea']));
  await vi.waitFor(() => expect(notice()).toBe('listTaggedOther 3 Three'));
});

test('menus sort and filter, show the number of items, and can be reset', async () => {
  await show();
  await pressEach('j', 'f');
  expect(document.activeElement?.getAttribute('aria-label')).toBe('listSortLabel');
  choose('listSortLabel', 'oldest');
  await vi.waitFor(() => expect(titles()).toEqual(['One', 'Two', 'Three']));
  choose('listSiteLabel', 'example.org');
  await vi.waitFor(() => expect(titles()).toEqual(['Two', 'Three']));
  expect(root.querySelector('.arrange-end span')?.textContent).toBe('listShownOf 2 3');
  root.querySelector<HTMLElement>('.arrange-end button')?.click();
  await vi.waitFor(() => expect(titles()).toEqual(['One', 'Two', 'Three']));
});

test('a list of favourites is read from storage, and archiving leaves a row in it', async () => {
  vi.mocked(library.search).mockImplementation(async () => ({
    hits: [...library.all.values()]
      .filter(({ favourite }) => favourite)
      .map((metadata) => ({ metadata, snippet: '', marks: [] })),
    more: false,
    damaged: false,
  }));
  await show({ query: 'is:favourite' });
  expect(titles()).toEqual(['Two']);
  expect(library.search).toHaveBeenCalledWith({ text: 'is:favourite', limit: 60 });
  await pressEach('j', 'e');
  await vi.waitFor(() => expect(root.querySelector('.row-facts')?.textContent).toContain('listInArchive'));
  expect(titles()).toEqual(['Two']);
});

/** What is typed into the search box. */
const seek = (text: string) => {
  const input = root.querySelector('input[type=search]') as HTMLInputElement;
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true }));
};
/** What a search finds. */
const found = (ids: string[], more = false) => ({
  hits: ids.map((id) => ({ metadata: savedItem({ id, title: id }), snippet: '', marks: [], titleMarks: [] })),
  more,
  damaged: false,
});

test('* in a search selects all results, also those that were not scrolled to', async () => {
  const ids = Array.from({ length: 90 }, (_, at) => `f${at}`);
  vi.mocked(library.search).mockImplementation(async ({ limit }) => found(ids.slice(0, limit), limit < ids.length));
  await show();
  seek('found');
  await vi.waitFor(() => expect(titles()[0]).toBe('f0'));
  await pressEach('*');
  await vi.waitFor(() => expect(root.querySelector('.selection-count')?.textContent).toBe('listSelectedOther 90'));
});

test('* right after typing selects the results of the whole text, not of its beginning', async () => {
  const answers = heldAnswers<unknown[], ReturnType<typeof found>>();
  vi.mocked(library.search)
    .mockResolvedValueOnce(found(['a', 'b']))
    .mockImplementation(answers.call);
  await show();
  seek('one');
  await vi.waitFor(() => expect(titles()).toEqual(['a', 'b']));
  seek('one ear');
  await vi.waitFor(() => expect(library.search).toHaveBeenCalledTimes(2));
  await pressEach('*');
  // All of what is found is asked for then; the answer to the question before it would be of no use any more.
  await vi.waitFor(() => expect(library.search).toHaveBeenCalledTimes(3));
  await answers.calls.at(-1)?.answer(found(['b', 'c', 'd']));
  await vi.waitFor(() => expect(titles()).toEqual(['b', 'c', 'd']));
  await vi.waitFor(() => expect(root.querySelector('.selection-count')?.textContent).toBe('listSelectedOther 3'));
});

test('damage met by a search is reported once, the rebuild is shown, and the search is repeated', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.mocked(library.search).mockResolvedValueOnce({ hits: [], more: false, damaged: true });
  vi.mocked(library.mendSearch)
    .mockResolvedValueOnce({ done: 1, total: 3 })
    .mockResolvedValueOnce({ done: 2, total: 3 })
    .mockResolvedValue(null);
  const shown = show();
  await vi.advanceTimersByTimeAsync(10);
  await shown;
  const input = root.querySelector('input[type=search]') as HTMLInputElement;
  input.value = 'Two';
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  for (let step = 0; step < 60 && !root.querySelector('.progress-notice'); step += 1) {
    await settled();
    await vi.advanceTimersByTimeAsync(50);
  }
  expect(root.querySelector('.progress-count')?.textContent).toBe('listShownOf 1 3');
  for (let step = 0; step < 200 && titles()[0] !== 'Two'; step += 1) {
    await settled();
    await vi.advanceTimersByTimeAsync(50);
  }
  expect(root.querySelector('.progress-notice')).toBeNull();
  expect(vi.mocked(library.mendSearch).mock.calls.filter(([{ damaged }]) => damaged)).toHaveLength(1);
  vi.useRealTimers();
});

test('? shows every key', async () => {
  await show();
  await pressEach('?');
  await vi.waitFor(() => expect(root.querySelectorAll('.key-help dd')).toHaveLength(LIST_KEYS.length));
});

test('a tag that is typed in another spelling is the existing one', async () => {
  await show();
  await pressEach('*', 't');
  const input = await vi.waitFor(() => {
    const found = root.querySelector<HTMLInputElement>('.tag-dialog input[type=text]');
    expect(found).not.toBeNull();
    return found as HTMLInputElement;
  });
  input.value = 'Séa';
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await settled();
  for (let presses = 0; presses < 2; presses += 1) {
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
    await settled();
  }
  expect(library.changeTags).toHaveBeenCalledWith(['3', '2', '1'], { add: ['Sea'], remove: [] });
});

test('the controls of a selection disappear when they were pressed, and the active row gets the focus', async () => {
  await show();
  await pressEach('j', 'j', 'x');
  const clear = [...root.querySelectorAll('button')].find(({ textContent }) => textContent === 'listSelectNone');
  clear?.focus();
  clear?.click();
  await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('Two'));
});
