// @vitest-environment jsdom
import { render } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { LibraryReader, TagChange, TagCount } from '../../../../../src/model/library.ts';
import type { Translate } from '../../../../../src/model/message-key.ts';
import type { SavedMetadata } from '../../../../../src/model/saved-article.ts';
import { createWords } from '../../../../../src/model/words.ts';
import { TagDialog } from '../../../../../src/ui/list/tags/tag-dialog.tsx';
import { WordsProvider } from '../../../../../src/ui/list/words-context.ts';
import { heldAnswers } from '../../../fakes/held-answers.ts';
import { memoryLibrary } from '../memory-library.ts';
import { savedItem } from '../saved-item.ts';

const keyed: Translate = (key, ...values) => (key === 'localeTag' ? 'en' : [key, ...values].join(' '));
let root: HTMLElement;

beforeEach(() => {
  root = document.body.appendChild(document.createElement('div'));
});
afterEach(() => {
  render(null, root);
  root.remove();
});

function draw(
  items: SavedMetadata[],
  onDone: (change: Required<TagChange>) => void = () => undefined,
  library: LibraryReader = memoryLibrary(items),
) {
  render(
    <WordsProvider value={createWords(keyed, 'en')}>
      <TagDialog library={library} items={items} onDone={onDone} onClose={() => undefined} />
    </WordsProvider>,
    root,
  );
}

async function show(items: SavedMetadata[], onDone?: (change: Required<TagChange>) => void) {
  draw(items, onDone);
  await vi.waitFor(() => expect(root.querySelector('.tag-count')).not.toBeNull());
}

const choices = () =>
  [...root.querySelectorAll('li')].map((line) => {
    const box = line.querySelector('input');
    return [line.querySelector('bdi')?.textContent, box?.indeterminate ? 'some' : box?.checked ? 'all' : 'none'];
  });
const choose = (name: string) =>
  [...root.querySelectorAll('label')].find((label) => label.querySelector('bdi')?.textContent === name)?.click();
const press = (name: string) =>
  [...root.querySelectorAll('button')].find(({ textContent }) => textContent === name)?.click();
/** Types into the field, until the first line of the list shows `first`. */
const typeIn = async (name: string, first: string) => {
  const input = root.querySelector<HTMLInputElement>('input[type=text]');
  if (input) input.value = name;
  input?.dispatchEvent(new Event('input', { bubbles: true }));
  await vi.waitFor(() => expect(root.querySelector('li')?.textContent).toContain(first));
};

test('a tag is on when all items have it in any spelling, and mixed when some do; Done gives the changes', async () => {
  const onDone = vi.fn();
  const items = [savedItem({ id: 'a', tags: ['History', 'sea'] }), savedItem({ id: 'b', tags: ['history'] })];
  await show(items, onDone);
  expect(choices()).toEqual([
    ['History', 'all'],
    ['sea', 'some'],
  ]);
  choose('sea');
  await vi.waitFor(() => expect(choices()[1]).toEqual(['sea', 'all']));
  choose('History');
  await vi.waitFor(() => expect(choices()[0]).toEqual(['History', 'none']));
  press('listDone');
  expect(onDone).toHaveBeenCalledWith({ add: ['sea'], remove: ['History'] });
});

test('the tags of thousands of articles are counted in one pass, not once for each tag', async () => {
  let read = 0;
  const names = Array.from({ length: 50 }, (_, number) => `tag ${number}`);
  const items = Array.from({ length: 40 }, (_, number) => {
    const tags = names.slice(number % 10);
    return Object.defineProperty(savedItem({ id: `${number}` }), 'tags', {
      get: () => {
        read += 1;
        return tags;
      },
    });
  });
  await show(items);
  read = 0;
  choose('tag 3');
  await vi.waitFor(() => expect(choices().find(([name]) => name === 'tag 3')?.[1]).toBe('all'));
  // The names are gathered once more, since one was chosen.
  expect(read).toBeLessThanOrEqual(items.length);
});

test('after the button of a new tag is pressed the focus is in the field', async () => {
  await show([savedItem({ id: 'a', tags: ['sea'] })]);
  await typeIn('coast', 'listTagNew');
  const button = root.querySelector<HTMLElement>('.tag-new');
  button?.focus();
  button?.click();
  await vi.waitFor(() => expect(choices().map(([name]) => name)).toContain('coast'));
  expect(document.activeElement).toBe(root.querySelector('input[type=text]'));
});

test('holding Enter adds the tag and does not press Done', async () => {
  const onDone = vi.fn();
  await show([savedItem({ id: 'a', tags: ['sea'] })], onDone);
  const input = root.querySelector<HTMLInputElement>('input[type=text]');
  const enter = (repeat = false) =>
    input?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', repeat, bubbles: true, cancelable: true }));
  if (input) input.value = 'coast';
  input?.dispatchEvent(new Event('input', { bubbles: true }));
  await vi.waitFor(() => expect(root.querySelector('.tag-new')).not.toBeNull());
  enter();
  await vi.waitFor(() => expect(choices()[1]).toEqual(['coast', 'all']));
  enter(true);
  expect(onDone).not.toHaveBeenCalled();
  enter();
  expect(onDone).toHaveBeenCalledExactlyOnceWith({ add: ['coast'], remove: [] });
});

test('Done takes a tag that was typed without Enter, but not what served to find one in the list', async () => {
  const onDone = vi.fn();
  await show([savedItem({ id: 'a', tags: ['sea'] }), savedItem({ id: 'b', tags: [] })], onDone);
  await typeIn('coast', 'listTagNew');
  press('listDone');
  expect(onDone).toHaveBeenLastCalledWith({ add: ['coast'], remove: [] });
  // In any spelling it is the tag that is there.
  await typeIn('SEA', 'sea');
  press('listDone');
  expect(onDone).toHaveBeenLastCalledWith({ add: ['sea'], remove: [] });
  await typeIn('se', 'listTagNew');
  choose('sea');
  await vi.waitFor(() => expect(choices()[1]).toEqual(['sea', 'all']));
  press('listDone');
  expect(onDone).toHaveBeenLastCalledWith({ add: ['sea'], remove: [] });
  await typeIn('seat', 'listTagNew');
  press('listDone');
  expect(onDone).toHaveBeenLastCalledWith({ add: ['sea', 'seat'], remove: [] });
});

test('the dialog gets the next keys, which do not reach the list, before effects have run', async () => {
  const showModal = vi.fn();
  HTMLDialogElement.prototype.showModal = showModal;
  const shown = show([savedItem({ id: 'a', tags: ['sea'] })]);
  expect(showModal).toHaveBeenCalledOnce();
  await shown;
});

test('the dialog shows the first of thousands of tags, and others when they are typed or requested', async () => {
  await show([savedItem({ id: 'a', tags: Array.from({ length: 1000 }, (_, at) => `tag ${at}`) })]);
  expect(choices()).toHaveLength(201);
  const field = root.querySelector<HTMLInputElement>('input[type=text]');
  if (!field) throw new Error('no field');
  field.value = 'tag 999';
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await vi.waitFor(() => expect(choices()).toEqual([['tag 999', 'all']]));
  field.value = '';
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await vi.waitFor(() => expect(choices()).toHaveLength(201));
  press('importMore 800');
  await vi.waitFor(() => expect(choices()).toHaveLength(1000));
  // The button that had the focus is gone: Tab and screen readers go on from the first that was added.
  expect(document.activeElement?.closest('li')).toBe(root.querySelectorAll('li')[200]);
});

test('the typed tag comes first, although hundreds with its letters exist', async () => {
  await show([savedItem({ id: 'a', tags: [...Array.from({ length: 300 }, (_, at) => `sea ${at}`), 'Sea'] })]);
  const field = root.querySelector<HTMLInputElement>('input[type=text]');
  if (!field) throw new Error('no field');
  field.value = 'sea';
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await vi.waitFor(() => expect(choices()[0]).toEqual(['Sea', 'all']));
  expect(choices()).toHaveLength(201);
});

test('"no tags" is not shown before it is known', async () => {
  const tags = heldAnswers<[], TagCount[]>();
  const items = [savedItem({ id: 'a', tags: [] })];
  const none = () => root.querySelector('.tag-dialog-none');
  draw(items, undefined, { ...memoryLibrary(items), tags: tags.call });
  await vi.waitFor(() => expect(tags.calls).toHaveLength(1));
  expect(none()).toBeNull();
  await tags.calls[0]?.answer([]);
  await vi.waitFor(() => expect(none()).not.toBeNull());
});
