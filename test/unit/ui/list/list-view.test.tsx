// @vitest-environment jsdom
import { render } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Translate } from '../../../../src/model/message-key.ts';
import type { SavedMetadata } from '../../../../src/model/saved-article.ts';
import { createWords } from '../../../../src/model/words.ts';
import { LIST_KEYS } from '../../../../src/ui/list/list-keys.ts';
import { ListView } from '../../../../src/ui/list/list-view.tsx';
import { UNDO_TIME } from '../../../../src/ui/list/use-undo.ts';
import { WordsProvider } from '../../../../src/ui/list/words-context.ts';
import { memoryLibrary } from './memory-library.ts';
import { savedItem } from './saved-item.ts';

const keyed: Translate = (key, ...values) => (key === 'localeTag' ? 'en' : [key, ...values].join(' '));
const words = createWords(keyed, 'en');
let library: ReturnType<typeof memoryLibrary>;
let root: HTMLElement;
const onOpen = vi.fn((_item, event: Event) => event.preventDefault());

const titles = () => [...root.querySelectorAll('.row-title')].map(({ textContent }) => textContent);
const focused = () => document.activeElement?.textContent;
const press = (key: string, code = '') =>
  (document.activeElement ?? document.body).dispatchEvent(
    new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true }),
  );

function show(place: 'list' | 'archive' | 'deleted' = 'list') {
  render(
    <WordsProvider value={words}>
      <ListView
        library={library}
        place={place}
        shortcut="Alt+R"
        hrefOf={({ id }) => `#${id}`}
        onOpen={onOpen}
        tryHref="#try"
        restoreHref="#settings"
      />
    </WordsProvider>,
    root,
  );
}

beforeEach(() => {
  library = memoryLibrary(
    [1, 2, 3].map((savedAt) => savedItem({ id: `${savedAt}`, savedAt, title: `Article ${savedAt}` })),
  );
  root = document.body.appendChild(document.createElement('div'));
});

afterEach(() => {
  render(null, root);
  root.remove();
  onOpen.mockClear();
  vi.useRealTimers();
});

const ready = () => vi.waitFor(() => expect(titles()).toHaveLength(3));

test('newest first; keys walk the rows, and the first press enters the list', async () => {
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

test('a row that another window takes away gives the focus to the one in its place', async () => {
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

test('Delete takes a row away at once and Undo restores it', async () => {
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

test('a delete that fails brings the row back and says why, below the rows: none moves from under the pointer', async () => {
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

test('screen readers hear what was done and that it was undone, from a region that was there before', async () => {
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

test('an Undo that fails is not said to be done', async () => {
  show();
  await ready();
  root.querySelectorAll<HTMLElement>('.row-actions button')[0]?.click();
  await vi.waitFor(() => expect(root.querySelector('.undo button')).not.toBeNull());
  vi.mocked(library.move).mockRejectedValueOnce(Object.assign(new Error('full'), { code: 'quota' }));
  press('u');
  await vi.waitFor(() => expect(root.querySelector('[role=alert]')?.textContent).toContain('error_quota'));
  expect(root.querySelector('.list-foot')?.textContent).not.toContain('listUndone');
});

/** Another window changes an article. */
function elsewhere(id: string, change: Partial<SavedMetadata>) {
  const item = library.all.get(id);
  if (item) library.all.set(id, { ...item, ...change });
  library.announce({ ids: [id] });
}

test('what another window has moved back can be undone no more', async () => {
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

test('Undo leaves alone what another window has deleted since', async () => {
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

test('Undo is offered for 20 seconds, longer while the pointer rests on it', async () => {
  show();
  await ready();
  vi.useFakeTimers();
  root.querySelectorAll<HTMLElement>('.row-actions button')[1]?.click();
  await vi.waitFor(() => expect(root.querySelector('.undo button')).not.toBeNull());
  const notice = root.querySelector('.undo');
  notice?.dispatchEvent(new MouseEvent('mouseenter'));
  await vi.advanceTimersByTimeAsync(UNDO_TIME * 2);
  expect(root.querySelector('.undo button')).not.toBeNull();
  notice?.dispatchEvent(new MouseEvent('mouseleave'));
  await vi.advanceTimersByTimeAsync(UNDO_TIME - 1000);
  expect(root.querySelector('.undo button')).not.toBeNull();
  await vi.advanceTimersByTimeAsync(2000);
  expect(root.querySelector('.undo button')).toBeNull();
});

test('search marks what it found; Escape empties it; what an input method composes is not searched', async () => {
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
  press('Escape');
  await vi.waitFor(() => expect(titles()).toHaveLength(4));
});

test('keys typed into the search box do nothing else', async () => {
  show();
  await ready();
  root.querySelector('input')?.focus();
  press('e');
  press('#');
  expect(library.move).not.toHaveBeenCalled();
});

test('Enter in the search box goes to the first row and does nothing more: the row is a link, which it would follow', async () => {
  show();
  await ready();
  root.querySelector('input')?.focus();
  expect(press('Enter')).toBe(false);
  await vi.waitFor(() => expect(focused()).toBe('Article 3'));
  expect(onOpen).not.toHaveBeenCalled();
});

test('another window’s change appears', async () => {
  show();
  await ready();
  library.all.set('9', savedItem({ id: '9', savedAt: 9, title: 'From elsewhere' }));
  library.announce({ ids: ['9'] });
  await vi.waitFor(() => expect(titles()[0]).toBe('From elsewhere'));
});

test('in Recently deleted the only action is Restore, and Delete does nothing', async () => {
  library.all.set('1', savedItem({ id: '1', title: 'Gone', place: 'deleted', movedAt: Date.now() }));
  show('deleted');
  await vi.waitFor(() => expect(titles()).toEqual(['Gone']));
  press('j');
  await vi.waitFor(() => expect(focused()).toBe('Gone'));
  press('Delete');
  expect(library.move).not.toHaveBeenCalled();
  expect([...root.querySelectorAll('.row-actions button')].map(({ textContent }) => textContent)).toEqual([
    'listRestore',
  ]);
});

test('who archives everything is told so, and not how to save', async () => {
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

test('no key of the table means two things', () => {
  const keys = LIST_KEYS.flatMap(({ keys }) => keys);
  expect(new Set(keys).size).toBe(keys.length);
});

test('a key leads back to the active row when the focus has left it', async () => {
  show();
  await ready();
  press('j');
  await vi.waitFor(() => expect(focused()).toBe('Article 3'));
  (document.activeElement as HTMLElement).blur();
  press('j');
  await vi.waitFor(() => expect(focused()).toBe('Article 3'));
});

test('Undo by its button, and a list that has lost its last row, leave the focus in the list', async () => {
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
