// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest';
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
    ['listRestore', 'listKeyArchive', 'listKeyDelete', 'listKeyFavourite', 'listKeyTags'].includes(label),
  );
}

test('in Recently deleted the sheet of keys and the bar of a selection name Restore with its key, and nothing else', async () => {
  press('j');
  await vi.waitFor(() => expect(focused()).toBe('Gone'));
  press('x');
  await vi.waitFor(() => expect(bulk()).toEqual([['listRestore', 'e']]));
  expect(await told()).toEqual(['listRestore']);
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
