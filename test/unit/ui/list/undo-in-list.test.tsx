// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest';
import type { SavedMetadata } from '../../../../src/model/saved-article.ts';
import { UNDO_MS } from '../../../../src/ui/list/actions/use-undo.ts';
import { useListOnPage } from './use-list-on-page.tsx';

const { made, show, organise, ready, press, titles, focused } = useListOnPage();

let library: typeof made.library;
let root: HTMLElement;
beforeEach(() => {
  ({ library, root } = made);
});

test('screen readers hear what was done and that it was undone, from a live region that existed before', async () => {
  show();
  await ready();
  const region = root.querySelector('.list-foot [role=status]');
  const isHeard = () => region?.isConnected && region.closest('.undo') === null;
  expect(isHeard()).toBe(true);
  root.querySelectorAll<HTMLElement>('.row-actions button')[0]?.click();
  await vi.waitFor(() => expect(region?.textContent).toBe('listArchivedOne 1 Article 3'));
  press('u');
  await vi.waitFor(() => expect(region?.textContent).toBe('listUndone'));
  expect(isHeard()).toBe(true);
});

test.each(['listArchive', 'listDelete'])(
  'a double click on %s moves one article, and not the next one, which takes its place',
  async (label) => {
    show();
    await ready();
    const control = (title: string) =>
      root.querySelector<HTMLElement>(`[aria-label="listActionOn ${label} ${title}"]`) ?? expect.fail(`no ${title}`);
    const click = (title: string, detail: number) =>
      control(title).dispatchEvent(new MouseEvent('click', { bubbles: true, detail }));
    click('Article 3', 1);
    await vi.waitFor(() => expect(titles()).toEqual(['Article 2', 'Article 1']));
    click('Article 2', 2);
    // What follows is done after whatever that click began.
    click('Article 1', 1);
    await vi.waitFor(() => expect(titles()).toEqual(['Article 2']));
    expect(library.move).toHaveBeenCalledTimes(2);
  },
);

test('whoever presses Archive on and on, faster than single clicks are told apart, moves article after article', async () => {
  show();
  await ready();
  const press = async (detail: number, timeStamp: number, left: string[]) => {
    const click = new MouseEvent('click', { bubbles: true, detail });
    Object.defineProperty(click, 'timeStamp', { value: timeStamp });
    root.querySelector('[aria-label^="listActionOn listArchive "]')?.dispatchEvent(click);
    await vi.waitFor(() => expect(titles()).toEqual(left));
  };
  await press(1, 10_000, ['Article 2', 'Article 1']);
  await press(2, 10_350, ['Article 2', 'Article 1']);
  await press(3, 10_700, ['Article 1']);
  await press(4, 11_050, []);
});

test('an Undo that fails is not reported as done', async () => {
  show();
  await ready();
  root.querySelectorAll<HTMLElement>('.row-actions button')[0]?.click();
  await vi.waitFor(() => expect(root.querySelector('.undo button')).not.toBeNull());
  vi.mocked(library.move).mockRejectedValueOnce(Object.assign(new Error('full'), { code: 'quota' }));
  press('u');
  await vi.waitFor(() => expect(root.querySelector('[role=alert]')?.textContent).toContain('error_quota'));
  expect(root.querySelector('.list-foot')?.textContent).not.toContain('listUndone');
});

test('a failure is shown until something else is begun: the same Undo again, or another action', async () => {
  organise();
  await ready();
  const alert = () => root.querySelector('.list-foot [role=alert]')?.textContent ?? '';
  const refuse = Object.assign(new Error('full'), { code: 'quota' });
  root.querySelector<HTMLElement>('[aria-label="listActionOn listArchive Article 3"]')?.click();
  await vi.waitFor(() => expect(root.querySelector('.undo button')).not.toBeNull());
  vi.mocked(library.move).mockRejectedValueOnce(refuse);
  press('u');
  await vi.waitFor(() => expect(alert()).toContain('error_quota'));
  press('u');
  await vi.waitFor(() => expect(titles()).toContain('Article 3'));
  expect(alert()).toBe('');
  vi.mocked(library.move).mockRejectedValueOnce(refuse);
  root.querySelector<HTMLElement>('[aria-label="listActionOn listArchive Article 3"]')?.click();
  await vi.waitFor(() => expect(alert()).toContain('error_quota'));
  root.querySelector<HTMLElement>('[aria-label="listActionOn listFavourite Article 2"]')?.click();
  await vi.waitFor(() => expect(alert()).toBe(''));
});

/** Another window changes an article. */
function elsewhere(id: string, change: Partial<SavedMetadata>) {
  const item = library.all.get(id);
  if (item) library.all.set(id, { ...item, ...change });
  library.announce({ ids: [id] });
}

test('a move that another window has reverted can no longer be undone', async () => {
  show();
  await ready();
  root.querySelectorAll<HTMLElement>('.row-actions button')[0]?.click();
  await vi.waitFor(() => expect(root.querySelector('.undo button')).not.toBeNull());
  elsewhere('2', { favourite: true });
  await vi.waitFor(() => expect(library.metadata).toHaveBeenCalledWith(['2']));
  expect(root.querySelector('.undo button')).not.toBeNull();
  elsewhere('3', { place: 'list' });
  await vi.waitFor(() => expect(root.querySelector('.undo button')).toBeNull());
  expect(titles()).toHaveLength(3);
});

test('what was done to an article that another window has deleted for good since can no longer be undone', async () => {
  organise();
  await ready();
  root.querySelector<HTMLElement>('[aria-label="listActionOn listFavourite Article 3"]')?.click();
  await vi.waitFor(() => expect(root.querySelector('.undo button')).not.toBeNull());
  elsewhere('3', { place: 'deleted' });
  await vi.waitFor(() => expect(titles()).toEqual(['Article 2', 'Article 1']));
  expect(root.querySelector('.undo button')).not.toBeNull();
  library.all.delete('3');
  library.announce({ ids: ['3'] });
  // Long before it goes by itself.
  await vi.waitFor(() => expect(root.querySelector('.undo button')).toBeNull(), UNDO_MS / 4);
});

test('the tags that are asked for follow another window, whose own tags Undo leaves', async () => {
  organise();
  await ready();
  root.querySelector<HTMLElement>('[aria-label="listActionOn listTags Article 3"]')?.click();
  const done = await vi.waitFor(() => root.querySelector<HTMLElement>('.tag-dialog-end button') ?? Promise.reject());
  const chosen = () => [...root.querySelectorAll<HTMLInputElement>('.tag-dialog li input')].map((box) => box.checked);
  elsewhere('2', { tags: ['Land'] });
  await vi.waitFor(() => expect(chosen()).toEqual([false]));
  root.querySelector<HTMLElement>('.tag-dialog li input')?.click();
  await vi.waitFor(() => expect(chosen()).toEqual([true]));
  elsewhere('3', { tags: ['Land', 'Sea'] });
  await vi.waitFor(() => expect(chosen()).toEqual([true, true]));
  done.click();
  await vi.waitFor(() => expect(root.querySelector('.tag-dialog')).toBeNull());
  expect(library.changeTags).not.toHaveBeenCalled();
  expect(library.all.get('3')?.tags).toEqual(['Land', 'Sea']);
});

test('Undo does not restore items that another window has deleted since', async () => {
  show();
  await ready();
  root.querySelectorAll<HTMLElement>('.row-actions button')[0]?.click();
  await vi.waitFor(() => expect(root.querySelector('.undo button')).not.toBeNull());
  const item = library.all.get('3');
  // This window has not heard of it.
  if (item) library.all.set('3', { ...item, place: 'deleted' });
  press('u');
  await vi.waitFor(() => expect(root.querySelector('.undo button')).toBeNull());
  press('j');
  await vi.waitFor(() => expect(focused()).toBe('Article 2'));
  expect(library.all.get('3')?.place).toBe('deleted');
});

test('Try again leaves items that another window has deleted since, and does not report them as archived', async () => {
  show();
  await ready();
  vi.mocked(library.move).mockRejectedValueOnce(Object.assign(new Error('full'), { code: 'quota' }));
  root.querySelectorAll<HTMLElement>('.row-actions button')[0]?.click();
  const again = await vi.waitFor(() => {
    const button = root.querySelector<HTMLElement>('[role=alert] button');
    expect(button).not.toBeNull();
    return button;
  });
  elsewhere('3', { place: 'deleted' });
  again?.click();
  await vi.waitFor(() => expect(library.move).toHaveBeenCalledTimes(2));
  await vi.waitFor(() => expect(library.metadata).toHaveBeenLastCalledWith(['3']));
  await vi.waitFor(() => expect(titles()).toEqual(['Article 2', 'Article 1']));
  expect([library.all.get('3')?.place, root.querySelector('.undo button')]).toEqual(['deleted', null]);
});

test('Undo is offered for 20 seconds, longer while the pointer rests on it', async () => {
  show();
  await ready();
  vi.useFakeTimers();
  root.querySelectorAll<HTMLElement>('.row-actions button')[1]?.click();
  await vi.waitFor(() => expect(root.querySelector('.undo button')).not.toBeNull());
  const notice = root.querySelector('.undo');
  notice?.dispatchEvent(new MouseEvent('mouseenter'));
  await vi.advanceTimersByTimeAsync(UNDO_MS * 2);
  expect(root.querySelector('.undo button')).not.toBeNull();
  notice?.dispatchEvent(new MouseEvent('mouseleave'));
  await vi.advanceTimersByTimeAsync(UNDO_MS - 1000);
  expect(root.querySelector('.undo button')).not.toBeNull();
  await vi.advanceTimersByTimeAsync(2000);
  expect(root.querySelector('.undo button')).toBeNull();
});

test('the focus stays in the list after the Undo button, and after the last row is gone', async () => {
  show();
  await ready();
  for (const left of [2, 1, 0]) {
    press('j');
    await vi.waitFor(() => expect(focused()).toMatch(/^Article/));
    press('#');
    await vi.waitFor(() => expect(titles()).toHaveLength(left));
  }
  await vi.waitFor(() => expect(document.activeElement?.className).toBe('list-view'));
  const undo = root.querySelector<HTMLElement>('.undo button');
  undo?.focus();
  undo?.click();
  await vi.waitFor(() => expect(titles()).toHaveLength(1));
  await vi.waitFor(() => expect(document.activeElement?.closest('.list-view')).toBeTruthy());
});

test('Undo sends all its requests at once, so that it is complete when the page is closed right after it', async () => {
  show();
  await ready();
  root.querySelectorAll<HTMLElement>('.row-actions button')[0]?.click();
  await vi.waitFor(() => expect(root.querySelector('.undo button')).not.toBeNull());
  // Nothing is answered any more.
  library.metadata = () => new Promise(() => undefined);
  press('u');
  await vi.waitFor(() => expect(library.move).toHaveBeenLastCalledWith(['3'], 'list', ['archive']));
});

/** Moves wait from now on until the function that this gives is called. */
function holdMoves(): () => void {
  const { move } = library;
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  vi.mocked(library).move = vi.fn((ids, place, from) => held.then(() => move(ids, place, from)));
  return release;
}

test('Undo pressed while a row is being moved is for that row, not for the one before', async () => {
  show();
  await ready();
  press('e');
  await vi.waitFor(() => expect(root.querySelector('.undo button')).not.toBeNull());
  const release = holdMoves();
  press('e');
  await vi.waitFor(() => expect(titles()).toEqual(['Article 1']));
  expect(root.querySelector('.undo button')).toBeNull();
  press('u');
  release();
  await vi.waitFor(() => expect(titles()).toEqual(['Article 2', 'Article 1']));
  await vi.waitFor(() => expect(library.all.get('2')?.place).toBe('list'));
  expect(library.all.get('3')?.place).toBe('archive');
});

test.each([
  { kept: 'one of two', ids: ['3'], says: ['listTaggedOne 1 Article 2', null] },
  // Of which this window has not heard.
  { kept: 'none', ids: ['3', '2'], unheard: true, says: ['', 'error_not_found'] },
])(
  'where another window deleted articles for good while tags were chosen, and $kept is left, that is said',
  async ({ ids, unheard, says }) => {
    organise();
    await ready();
    for (const id of ['3', '2']) root.querySelector<HTMLElement>(`[data-id="${id}"] .row-select input`)?.click();
    await vi.waitFor(() => expect(root.querySelector('.selection')).not.toBeNull());
    press('t');
    const field = await vi.waitFor(() => root.querySelector<HTMLInputElement>('.tag-dialog input') ?? Promise.reject());
    for (const id of ids) library.all.delete(id);
    if (!unheard) library.announce({ ids });
    const enter = () => field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', cancelable: true }));
    field.value = 'Sea';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await vi.waitFor(() => expect(root.querySelector('.tag-new')).not.toBeNull());
    enter();
    await vi.waitFor(() => expect(root.querySelector('.tag-dialog [role=status]')?.textContent).not.toBe(''));
    enter();
    await vi.waitFor(() =>
      expect([
        root.querySelector('.undo p')?.textContent,
        root.querySelector('.error-what')?.textContent ?? null,
      ]).toEqual(says),
    );
  },
);

test('tags are no longer asked for once another window has deleted their article for good, which is said', async () => {
  organise();
  await ready();
  root.querySelector<HTMLElement>('[aria-label="listActionOn listTags Article 3"]')?.click();
  const field = await vi.waitFor(() => root.querySelector<HTMLElement>('.tag-dialog input') ?? Promise.reject());
  field.focus();
  library.all.delete('3');
  library.announce({ ids: ['3'] });
  await vi.waitFor(() => expect(root.querySelector('.error-what')?.textContent).toBe('error_not_found'));
  expect(root.querySelector('.tag-dialog')).toBeNull();
  await vi.waitFor(() => expect(focused()).toBe('Article 2'));
});
