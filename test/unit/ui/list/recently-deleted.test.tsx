// @vitest-environment jsdom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { memoryLibrary } from './memory-library.ts';
import { savedItem } from './saved-item.ts';
import { useListOnPage } from './use-list-on-page.tsx';

const { made, organise, press, titles, focused } = useListOnPage();

let library: ReturnType<typeof memoryLibrary>;
let root: HTMLElement;
beforeEach(async () => {
  ({ library, root } = made);
  library.all.set('9', savedItem({ id: '9', title: 'Gone', place: 'deleted', movedAt: Date.now() }));
  organise('deleted');
  await vi.waitFor(() => expect(titles()).toEqual(['Gone']));
});

/** What can be done with all selected rows, by the keys that are told of it. */
const bulk = () =>
  Array.from(root.querySelectorAll('.selection > button'), (button) => [
    button.textContent,
    button.getAttribute('aria-keyshortcuts'),
  ]);

/** What the sheet of keys says of the keys that act on articles. */
async function told(): Promise<string[]> {
  press('?', 'Slash');
  const sheet = await vi.waitFor(() => {
    const drawn = root.querySelector('.key-help');
    expect(drawn).not.toBeNull();
    return drawn;
  });
  return Array.from(sheet?.querySelectorAll('dd') ?? [], ({ textContent }) => textContent ?? '').filter((label) =>
    ['listRestore', 'deletedForGood', 'listKeyArchive', 'listKeyDelete', 'listKeyFavourite', 'listKeyTags'].includes(
      label,
    ),
  );
}

test('in Recently deleted the sheet of keys and the bar of a selection name Restore and Delete for good with their keys, and nothing else', async () => {
  press('j');
  await vi.waitFor(() => expect(focused()).toBe('Gone'));
  press('x');
  await vi.waitFor(() =>
    expect(bulk()).toEqual([
      ['listRestore', 'e'],
      ['deletedForGood', 'Delete'],
    ]),
  );
  expect(await told()).toEqual(['listRestore', 'deletedForGood']);
});

test('with what is found from Recently deleted, which is in the list, keys and bar do what they do there', async () => {
  const input = root.querySelector('input');
  if (input) input.value = 'Article 2';
  input?.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await vi.waitFor(() => expect(titles()).toEqual(['Article 2']));
  press('j');
  await vi.waitFor(() => expect(focused()).toBe('Article 2'));
  press('x');
  await vi.waitFor(() => expect(bulk().map(([label]) => label)).toContain('listArchive'));
  expect(await told()).toEqual(['listKeyArchive', 'listKeyDelete', 'listKeyFavourite', 'listKeyTags']);
  root.querySelector('.key-help')?.remove();
  press('e');
  await vi.waitFor(() => expect(library.move).toHaveBeenCalledWith(['2'], 'archive'));
  expect(library.restore).not.toHaveBeenCalled();
});

describe('Delete for good', () => {
  const dialog = () => root.querySelector<HTMLElement>('.drop-dialog');
  const open = () => vi.waitFor(() => dialog() ?? Promise.reject());
  const answer = (label: string) =>
    [...(dialog()?.querySelectorAll('button') ?? [])].find(({ textContent }) => textContent === label)?.click();
  const ask = (title: string) => {
    const button = root.querySelector<HTMLElement>(`[aria-label="listActionOn deletedForGood ${title}"]`);
    button?.focus();
    button?.click();
  };
  const heard = () => root.querySelector('.undo-told')?.textContent;

  beforeEach(async () => {
    for (const [id, movedAt] of [
      ['7', 700],
      ['8', 800],
    ] as const)
      library.all.set(id, savedItem({ id, title: `Gone ${id}`, place: 'deleted', movedAt }));
    library.announce({ ids: ['7', '8'] });
    await vi.waitFor(() => expect(titles()).toEqual(['Gone', 'Gone 8', 'Gone 7']));
  });

  test('asks first, tells what was done, and leaves the focus on the row in its place', async () => {
    ask('Gone 8');
    expect((await open()).querySelector('.drop-dialog-of')?.textContent).toBe('Gone 8');
    expect(focused()).toBe('popupNotNow');
    expect(library.dropDeleted).not.toHaveBeenCalled();
    answer('deletedForGood');
    await vi.waitFor(() => expect(titles()).toEqual(['Gone', 'Gone 7']));
    expect(library.dropDeleted).toHaveBeenCalledExactlyOnceWith(['8']);
    await vi.waitFor(() => expect(heard()).toBe('listDroppedOne 1 Gone 8'));
    expect(dialog()).toBeNull();
    expect(focused()).toBe('Gone 7');
    // There is no way back, and the key for it takes nothing away.
    expect(root.querySelector('.undo button')).toBeNull();
    press('u');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(heard()).toBe('listDroppedOne 1 Gone 8');
  });

  test('is asked by key, and "Not now" leaves everything as it was', async () => {
    press('j');
    await vi.waitFor(() => expect(focused()).toBe('Gone'));
    press('Delete');
    await open();
    answer('popupNotNow');
    await vi.waitFor(() => expect(dialog()).toBeNull());
    await vi.waitFor(() => expect(focused()).toBe('Gone'));
    expect(library.dropDeleted).not.toHaveBeenCalled();
    expect(titles()).toHaveLength(3);
  });

  test('a double click asks, and answers nothing', async () => {
    ask('Gone');
    await open();
    for (const button of dialog()?.querySelectorAll('button') ?? [])
      button.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 2 }));
    expect(library.dropDeleted).not.toHaveBeenCalled();
    expect(dialog()).not.toBeNull();
  });

  test('deletes all that are selected; without a row left the list itself has the focus', async () => {
    press('j');
    await vi.waitFor(() => expect(focused()).toBe('Gone'));
    press('*');
    await vi.waitFor(() => expect(bulk()).toHaveLength(2));
    press('#');
    expect((await open()).querySelector('.drop-dialog-of')?.textContent).toBe('listSelectedOther 3');
    answer('deletedForGood');
    await vi.waitFor(() => expect(library.all.size).toBe(3));
    await vi.waitFor(() => expect(heard()).toBe('listDroppedOther 3 Gone'));
    expect(titles()).toEqual([]);
    await vi.waitFor(() => expect(document.activeElement?.className).toBe('list-view'));
  });

  test('does not ask about what another window restores meanwhile', async () => {
    press('*');
    await vi.waitFor(() => expect(bulk()).toHaveLength(2));
    press('Delete');
    await open();
    await library.restore(['9']);
    await vi.waitFor(() => expect(dialog()?.textContent).toContain('listSelectedOther 2'));
    await library.restore(['7', '8']);
    await vi.waitFor(() => expect(dialog()).toBeNull());
    expect(library.dropDeleted).not.toHaveBeenCalled();
  });

  test('shows again what could not be deleted, says why, and can be tried again', async () => {
    vi.mocked(library.dropDeleted).mockRejectedValueOnce(Object.assign(new Error('full'), { code: 'quota' }));
    ask('Gone 7');
    await open();
    answer('deletedForGood');
    await vi.waitFor(() => expect(root.querySelector('[role=alert]')?.textContent).toContain('error_quota'));
    expect(titles()).toEqual(['Gone', 'Gone 8', 'Gone 7']);
    root.querySelector<HTMLElement>('[role=alert] button')?.click();
    await vi.waitFor(() => expect(titles()).toEqual(['Gone', 'Gone 8']));
    expect(library.all.has('7')).toBe(false);
  });
});
