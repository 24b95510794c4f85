// @vitest-environment jsdom
import { render } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { RectoError } from '../../../../src/model/errors/recto-error.ts';
import type { LibraryWriter } from '../../../../src/model/library.ts';
import type { Translate } from '../../../../src/model/message-key.ts';
import { createWords } from '../../../../src/model/words.ts';
import { ListView } from '../../../../src/ui/list/list-view.tsx';
import { WordsProvider } from '../../../../src/ui/list/words-context.ts';
import { memoryLibrary } from './memory-library.ts';
import { savedItem } from './saved-item.ts';

const MANY = 1200;
const keyed: Translate = (key, ...values) => (key === 'localeTag' ? 'en' : [key, ...values].join(' '));
const words = createWords(keyed, 'en');
let library: ReturnType<typeof memoryLibrary>;
let root: HTMLElement;
/** Lets the next message be answered, or fail. */
let answers: { resolve(): void; reject(thrown: unknown): void }[];

beforeEach(async () => {
  library = memoryLibrary(Array.from({ length: MANY }, (_, at) => savedItem({ id: String(at), savedAt: at })));
  answers = [];
  root = document.body.appendChild(document.createElement('div'));
  render(
    <WordsProvider value={words}>
      <ListView
        library={library}
        place="list"
        organise={{ tagHref: (tag) => tag }}
        shortcut=""
        hrefOf={({ id }) => `#${id}`}
        tryHref="#try"
        restoreHref=""
      />
    </WordsProvider>,
    root,
  );
  await vi.waitFor(() => expect(library.list).toHaveBeenCalledTimes(4));
});
afterEach(() => {
  render(null, root);
  root.remove();
});

const press = async (...keys: string[]) => {
  for (const key of keys) {
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
  }
};
const placed = (place: string) => [...library.all.values()].filter((item) => item.place === place).length;
const progress = () => root.querySelector('.progress-count')?.textContent;
const undo = () => root.querySelector('.undo p')?.textContent;
const stop = () => root.querySelector<HTMLButtonElement>('.progress-count button')?.click();

/** Has each message wait for the test. */
function hold(name: 'move' | 'setFavourite'): void {
  const now = library[name] as (...args: unknown[]) => Promise<void>;
  (library as Pick<LibraryWriter, 'move' | 'setFavourite'>)[name] = vi.fn(
    (...args: unknown[]) =>
      new Promise<void>((resolve, reject) => answers.push({ resolve: () => void now(...args).then(resolve), reject })),
  );
}
const answer = async () => {
  await vi.waitFor(() => expect(answers).toHaveLength(1));
  return answers.pop();
};

test('thousands are archived in steps with progress, and Undo takes all of them back', async () => {
  hold('move');
  await press('*', 'e');
  expect(progress()).toContain('listShownOf 0 1,200');
  (await answer())?.resolve();
  await vi.waitFor(() => expect(progress()).toContain('listShownOf 500 1,200'));
  (await answer())?.resolve();
  (await answer())?.resolve();
  await vi.waitFor(() => expect(undo()).toBe('listArchivedOther 1,200 Title 1199'));
  expect(progress()).toBeUndefined();
  expect(placed('archive')).toBe(MANY);
  // The first rows last, since what is moved later stands above: so the archive has the order of the list.
  const order = vi
    .mocked(library.move)
    .mock.calls.toReversed()
    .flatMap(([ids]) => ids);
  expect(order).toEqual(Array.from({ length: MANY }, (_, at) => String(MANY - 1 - at)));
  await press('u');
  for (let step = 0; step < 3; step += 1) (await answer())?.resolve();
  await vi.waitFor(() => expect(placed('list')).toBe(MANY));
  await vi.waitFor(() => expect(progress()).toBeUndefined());
  expect(undo()).toBe('');
});

test('when archiving is stopped, archived items stay so, the rest is back in the list, and Undo is for the archived ones', async () => {
  hold('move');
  await press('*', 'e');
  await vi.waitFor(() => expect(answers).toHaveLength(1));
  stop();
  (await answer())?.resolve();
  await vi.waitFor(() => expect(undo()).toBe('listArchivedOther 500 Title 499'));
  expect([placed('archive'), placed('list')]).toEqual([500, 700]);
  await vi.waitFor(() => expect(root.querySelector('.row-title')?.textContent).toBe('Title 1199'));
  await press('u');
  (await answer())?.resolve();
  await vi.waitFor(() => expect(placed('list')).toBe(MANY));
});

test('a step that fails shows why, the rest is back in the list, and Undo is for the archived ones', async () => {
  hold('move');
  await press('*', 'e');
  (await answer())?.resolve();
  (await answer())?.reject(new RectoError('quota'));
  await vi.waitFor(() => expect(root.querySelector('[role=alert]')?.textContent).toContain('error_quota'));
  expect(undo()).toBe('listArchivedOther 500 Title 499');
  await vi.waitFor(() => expect(root.querySelector('.row-title')?.textContent).toBe('Title 1199'));
});

test('Try again does the rest, and Undo is for all of it', async () => {
  hold('move');
  await press('*', 'e');
  (await answer())?.resolve();
  (await answer())?.reject(new RectoError('quota'));
  const again = await vi.waitFor(() => {
    const button = root.querySelector<HTMLButtonElement>('[role=alert] button');
    expect(button?.textContent).toBe('listTryAgain');
    return button;
  });
  again?.click();
  (await answer())?.resolve();
  (await answer())?.resolve();
  await vi.waitFor(() => expect(undo()).toBe('listArchivedOther 1,200 Title 1199'));
  expect([placed('archive'), root.querySelector('[role=alert]')]).toEqual([MANY, null]);
});

test('an Undo that was stopped or failed can be continued', async () => {
  await press('*', 'e');
  await vi.waitFor(() => expect(undo()).toBe('listArchivedOther 1,200 Title 1199'));
  hold('move');
  await press('u');
  (await answer())?.resolve();
  (await answer())?.reject(new RectoError('quota'));
  await vi.waitFor(() => expect(undo()).toBe('listArchivedOther 700 Title 1199'));
  await press('u');
  (await answer())?.resolve();
  (await answer())?.resolve();
  await vi.waitFor(() => expect(placed('list')).toBe(MANY));
});

test('thousands are made favourites in steps, and Undo is for those', async () => {
  hold('setFavourite');
  await press('*', 's');
  (await answer())?.resolve();
  await vi.waitFor(() => expect(answers).toHaveLength(1));
  stop();
  (await answer())?.resolve();
  await vi.waitFor(() => expect(undo()).toBe('listFavouredOther 1,000 Title 1199'));
  await press('u');
  (await answer())?.resolve();
  (await answer())?.resolve();
  await vi.waitFor(() => expect([...library.all.values()].filter(({ favourite }) => favourite)).toEqual([]));
});
