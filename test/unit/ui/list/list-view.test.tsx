// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest';
import { LIST_KEYS } from '../../../../src/ui/list/list-keys.tsx';
import { memoryLibrary } from './memory-library.ts';
import { savedItem } from './saved-item.ts';
import { useListOnPage } from './use-list-on-page.tsx';

const { made, onOpen, show, ready, press, titles, focused } = useListOnPage();

let library: typeof made.library;
let root: HTMLElement;
beforeEach(() => {
  ({ library, root } = made);
});

test('shows the newest first, and keys move through the rows, beginning with the first press', async () => {
  show();
  await ready();
  expect(titles()).toEqual(['Article 3', 'Article 2', 'Article 1']);
  const walked = [];
  for (const key of ['j', 'j', 'ArrowDown', 'ArrowDown', 'k', 'Home', 'End']) {
    press(key);
    await vi.waitFor(() => expect(focused()).toMatch(/^Article/));
    await new Promise(requestAnimationFrame);
    walked.push(focused());
  }
  expect(walked).toEqual(['Article 3', 'Article 2', 'Article 1', 'Article 1', 'Article 2', 'Article 3', 'Article 1']);
});

test('e archives the row under the focus, the next one takes it, u brings it back', async () => {
  show();
  await ready();
  press('j');
  await vi.waitFor(() => expect(focused()).toBe('Article 3'));
  press('Process', 'KeyE');
  await vi.waitFor(() => expect(titles()).toEqual(['Article 2', 'Article 1']));
  expect(library.move).toHaveBeenCalledWith(['3'], 'archive');
  await vi.waitFor(() => expect(root.querySelector('[role=status]')?.textContent).toBe('listArchivedOne 1 Article 3'));
  expect(focused()).toBe('Article 2');
  press('u');
  await vi.waitFor(() => expect(titles()).toEqual(['Article 3', 'Article 2', 'Article 1']));
  expect(library.all.get('3')?.place).toBe('list');
});

test('when another window removes a row, the one in its place gets the focus', async () => {
  show();
  await ready();
  for (const title of ['Article 3', 'Article 2']) {
    press('j');
    await vi.waitFor(() => expect(focused()).toBe(title));
  }
  const gone = library.all.get('2');
  if (gone) library.all.set('2', { ...gone, place: 'archive' });
  library.announce({ ids: ['2'] });
  await vi.waitFor(() => expect(titles()).toEqual(['Article 3', 'Article 1']));
  await vi.waitFor(() => expect(focused()).toBe('Article 1'));
});

test('Continue reading does not repeat the only article of the list', async () => {
  for (const id of ['1', '2', '3']) library.all.set(id, savedItem({ ...library.all.get(id), id, openedAt: 5 }));
  show();
  await ready();
  const cards = () => [...root.querySelectorAll('.continue a')].map(({ textContent }) => textContent);
  await vi.waitFor(() => expect(cards()).toHaveLength(3));
  for (const id of ['1', '2']) library.all.set(id, savedItem({ ...library.all.get(id), id, place: 'archive' }));
  library.announce({ ids: ['1', '2'] });
  await vi.waitFor(() => expect(titles()).toEqual(['Article 3']));
  await vi.waitFor(() => expect(cards()).toEqual([]));
});

test('Delete removes a row at once and Undo restores it', async () => {
  show();
  await ready();
  press('j');
  await vi.waitFor(() => expect(focused()).toBe('Article 3'));
  press('#');
  await vi.waitFor(() => expect(titles()).toEqual(['Article 2', 'Article 1']));
  const undo = await vi.waitFor(() => {
    const button = root.querySelector<HTMLElement>('.undo button');
    expect(button).not.toBeNull();
    return button;
  });
  undo?.click();
  await vi.waitFor(() => expect(titles()).toHaveLength(3));
  expect(library.restore).toHaveBeenCalledWith(['3']);
});

test('a delete that fails restores the row and shows the error below the rows, so that none moves under the pointer', async () => {
  vi.mocked(library.move).mockRejectedValueOnce(Object.assign(new Error('full'), { code: 'quota' }));
  show();
  await ready();
  press('j');
  await vi.waitFor(() => expect(focused()).toBe('Article 3'));
  press('Delete');
  await vi.waitFor(() => expect(root.querySelector('[role=alert]')?.textContent).toContain('error_quota'));
  expect(titles()).toHaveLength(3);
  const rows = root.querySelector('.rows');
  const said = root.querySelector('[role=alert]');
  expect(said && rows?.compareDocumentPosition(said)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
});

test('search marks its matches, Escape clears it, and text being composed is not searched', async () => {
  show();
  await ready();
  press('/');
  const input = root.querySelector('input');
  expect(document.activeElement).toBe(input);
  if (!input) return;
  const compose = (text: string) => {
    input.value = text;
    input.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }));
  };
  input.dispatchEvent(new CompositionEvent('compositionstart'));
  compose('wen');
  // Another window saves meanwhile, and all is drawn anew.
  library.all.set('4', savedItem({ id: '4', savedAt: 4, title: 'Article 4' }));
  library.announce({ ids: ['4'] });
  await vi.waitFor(() => expect(titles()).toHaveLength(4));
  expect(input.value).toBe('wen');
  compose('Article 2');
  input.dispatchEvent(new CompositionEvent('compositionend'));
  await vi.waitFor(() => expect(titles()).toEqual(['Article 2']));
  expect(library.search).toHaveBeenCalledTimes(1);
  expect(root.querySelector('mark')?.textContent).toBe('Article 2');
  // What nobody prevents closes the popup: the first press has emptied the field, and the key is still held.
  expect(press('Escape')).toBe(false);
  await vi.waitFor(() => expect(titles()).toHaveLength(4));
  expect(press('Escape', '', true)).toBe(false);
  expect(press('Escape')).toBe(true);
});

test('"nothing found" names the words of that search, not those typed since', async () => {
  show();
  await ready();
  const type = (text: string) => {
    const input = root.querySelector('input');
    if (input) input.value = text;
    input?.dispatchEvent(new InputEvent('input', { bubbles: true }));
  };
  const told = () => root.querySelector('.found')?.textContent;
  type('zzz');
  await vi.waitFor(() => expect(told()).toBe('listFoundNothing zzz'));
  vi.mocked(library.search).mockReturnValueOnce(new Promise(() => undefined));
  type('Article');
  await vi.waitFor(() => expect(library.search).toHaveBeenCalledTimes(2));
  expect(told()).toBe('listFoundNothing zzz');
});

test('keys typed into the search box do nothing else', async () => {
  show();
  await ready();
  root.querySelector('input')?.focus();
  press('e');
  press('#');
  expect(library.move).not.toHaveBeenCalled();
});

test('Enter in the search box moves to the first row and does not follow its link', async () => {
  show();
  await ready();
  root.querySelector('input')?.focus();
  expect(press('Enter')).toBe(false);
  await vi.waitFor(() => expect(focused()).toBe('Article 3'));
  expect(onOpen).not.toHaveBeenCalled();
});

test('a change by another window appears', async () => {
  show();
  await ready();
  library.all.set('9', savedItem({ id: '9', savedAt: 9, title: 'From elsewhere' }));
  library.announce({ ids: ['9'] });
  await vi.waitFor(() => expect(titles()[0]).toBe('From elsewhere'));
});

test('in Recently deleted the key of Archive restores, and that of Delete moves nothing', async () => {
  library.all.set('1', savedItem({ id: '1', title: 'Gone', place: 'deleted', movedAt: Date.now() }));
  show('deleted');
  await vi.waitFor(() => expect(titles()).toEqual(['Gone']));
  press('j');
  await vi.waitFor(() => expect(focused()).toBe('Gone'));
  press('Delete');
  expect(library.move).not.toHaveBeenCalled();
  expect([...root.querySelectorAll('.row-actions button')].map(({ textContent }) => textContent)).toEqual([
    'listRestore',
    'deletedForGood',
  ]);
  press('e');
  await vi.waitFor(() => expect(library.restore).toHaveBeenCalledExactlyOnceWith(['1']));
  await vi.waitFor(() => expect(titles()).toEqual([]));
});

test('an empty list after archiving everything says so, and not how to save', async () => {
  show();
  await ready();
  for (let left = 3; left > 0; left -= 1) {
    press('j');
    press('e');
    await vi.waitFor(() => expect(titles()).toHaveLength(left - 1));
  }
  await vi.waitFor(() => expect(root.querySelector('.empty-title')?.textContent).toBe('listEmptyAllArchived'));
});

test('an empty list says how to fill it and offers an article to try, and a backup', async () => {
  library.all.clear();
  show();
  await vi.waitFor(() => expect(root.querySelector('.empty')?.textContent).toContain('listEmptyHow Alt+R'));
  const leads = [...root.querySelectorAll('.empty a')].map((link) => link.getAttribute('href'));
  expect(leads).toEqual(['#try', '#settings']);
});

test('a list that cannot be read says why and tries again', async () => {
  vi.mocked(library.list).mockRejectedValueOnce(Object.assign(new Error('x'), { code: 'storage-unavailable' }));
  show();
  await vi.waitFor(() =>
    expect(root.querySelector('[role=alert]')?.textContent).toContain('error_storage_unavailable'),
  );
  root.querySelector<HTMLElement>('[role=alert] button')?.click();
  await ready();
});

test('? shows every key that does something here', async () => {
  show();
  await ready();
  press('?', 'Slash');
  await vi.waitFor(() =>
    expect(root.querySelectorAll('.key-help dd')).toHaveLength(
      LIST_KEYS.filter(({ organising }) => !organising).length,
    ),
  );
  const caps = Array.from(root.querySelectorAll('.key-help kbd'), (cap) => cap.textContent ?? '');
  expect(caps).toContain('J');
  expect(caps.filter((cap) => cap !== cap.toUpperCase() && cap.length === 1)).toEqual([]);
});

test('no key of the table has two meanings', () => {
  const keys = LIST_KEYS.flatMap(({ keys }) => keys);
  expect(new Set(keys).size).toBe(keys.length);
});

test('a key moves back to the active row when the focus has left it', async () => {
  show();
  await ready();
  press('j');
  await vi.waitFor(() => expect(focused()).toBe('Article 3'));
  (document.activeElement as HTMLElement).blur();
  press('j');
  await vi.waitFor(() => expect(focused()).toBe('Article 3'));
});

test('without letter shortcuts no letter acts or is named, and other keys act', async () => {
  show('list', false);
  await ready();
  press('j');
  press('Process', 'KeyJ');
  await new Promise(requestAnimationFrame);
  expect(document.activeElement).toBe(document.body);
  press('ArrowDown');
  await vi.waitFor(() => expect(focused()).toBe('Article 3'));
  press('e');
  press('#');
  await vi.waitFor(() => expect(titles()).toEqual(['Article 2', 'Article 1']));
  expect(library.all.get('3')?.place).toBe('deleted');
  expect(root.querySelector('.undo button')?.getAttribute('aria-keyshortcuts')).toBeNull();
  press('?', 'Slash');
  await vi.waitFor(() => expect(root.querySelector('.key-help')).not.toBeNull());
  const caps = Array.from(root.querySelectorAll('.key-help kbd'), (cap) => cap.textContent ?? '');
  expect(caps).toContain('↓');
  expect(caps.filter((cap) => /^[A-Z]$/.test(cap))).toEqual([]);
});

test('a held key keeps moving through the rows, and does anything else once', async () => {
  show();
  await ready();
  press('j');
  await vi.waitFor(() => expect(focused()).toBe('Article 3'));
  press('e');
  await vi.waitFor(() => expect(focused()).toBe('Article 2'));
  press('e', '', true);
  press('#', '', true);
  press('o', '', true);
  press('j', '', true);
  await vi.waitFor(() => expect(focused()).toBe('Article 1'));
  expect(titles()).toEqual(['Article 2', 'Article 1']);
  expect(onOpen).not.toHaveBeenCalled();
});

test('the middle button opens a saved link as a click does, and leaves an article to the browser', async () => {
  Object.assign(made, { library: memoryLibrary([savedItem({ id: 'l', kind: 'link' }), savedItem({ id: 'a' })]) });
  show();
  const title = (id: string) => root.querySelector(`[data-id="${id}"] .row-title`);
  await vi.waitFor(() => expect(title('a')).not.toBeNull());
  const press = () => new MouseEvent('auxclick', { button: 1, bubbles: true, cancelable: true });
  expect(title('a')?.dispatchEvent(press())).toBe(true);
  expect(title('l')?.dispatchEvent(press())).toBe(false);
  expect(onOpen.mock.calls.map(([item]) => item.id)).toEqual(['l']);
});
