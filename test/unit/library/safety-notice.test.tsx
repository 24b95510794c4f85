// @vitest-environment jsdom
import { render } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { DamagedItems } from '../../../src/library/damaged-items.ts';
import type { LibraryReader } from '../../../src/model/library.ts';
import type { Translate } from '../../../src/model/message-key.ts';
import { createWords } from '../../../src/model/words.ts';
import { WordsProvider } from '../../../src/ui/list/words-context.ts';
import { heldAnswers } from '../fakes/held-answers.ts';

const DAY = 24 * 60 * 60 * 1000;
const known = { lastBackup: null as number | null, lost: null as { items: number; at: number } | null };
const asking = { readLast: async () => known.lastBackup, readLost: async () => known.lost };
const keepLost = vi.fn(async (_lost: null) => undefined);
let changeLost = (): void => undefined;
let changeLast = (): void => undefined;
vi.mock('../../../src/platform/last-backup.ts', () => ({
  readLastBackup: () => asking.readLast(),
  watchLastBackup: (onChange: () => void) => {
    changeLast = onChange;
  },
}));
vi.mock('../../../src/platform/known-library.ts', () => ({
  readLostLibrary: () => asking.readLost(),
  keepLostLibrary: (lost: null) => keepLost(lost),
  watchLostLibrary: (onChange: () => void) => {
    changeLost = onChange;
  },
}));
const auto = { isHindered: false, change: (): void => undefined };
vi.mock('../../../src/platform/auto-backup-state.ts', () => ({
  readAutoBackup: async () => ({ isHindered: auto.isHindered }),
  watchAutoBackup: (onChange: () => void) => {
    auto.change = onChange;
  },
}));
const { SafetyNotice, useSafety } = await import('../../../src/library/safety-notice.tsx');

interface PageProps {
  library: LibraryReader;
  isList: boolean;
  records?: DamagedItems;
}

/** The page with its list, or with another of its parts. */
function Page({ library, isList, records }: PageProps) {
  const safety = useSafety(library, records);
  return isList ? <SafetyNotice {...safety} /> : null;
}

const keyed: Translate = (key, ...values) => (key === 'localeTag' ? 'en' : [key, ...values].join(' '));
let root: HTMLElement;
let asked: Promise<unknown>;

function show(list: number, archive = 0): void {
  asked = Promise.resolve({ list, archive, deleted: 99 });
  draw({ library: { counts: () => asked, watch: () => undefined } as unknown as LibraryReader, isList: true });
}

function draw(props: PageProps): void {
  render(
    <WordsProvider value={createWords(keyed, 'en')}>
      <Page {...props} />
    </WordsProvider>,
    root,
  );
}
const said = () => root.querySelector('.list-notice p')?.textContent ?? '';
/** Whatever there is to say has been said: what was read has come, and the page was drawn anew. */
const settled = async () => {
  for (let turn = 0; turn < 3; turn += 1) await new Promise(requestAnimationFrame);
  await asked;
  await new Promise(requestAnimationFrame);
};

beforeEach(() => {
  Object.assign(known, { lastBackup: null, lost: null });
  auto.isHindered = false;
  Object.assign(asking, { readLast: async () => known.lastBackup, readLost: async () => known.lost });
  root = document.body.appendChild(document.createElement('div'));
});
afterEach(() => {
  render(null, root);
  root.remove();
});

test('the reminder of a backup is shown from twenty articles on, with those in the archive', async () => {
  show(12, 8);
  await vi.waitFor(() => expect(said()).toBe('noticeBackupNone 20'));
  [...root.querySelectorAll('button')].find(({ textContent }) => textContent === 'noticeLater')?.click();
  await vi.waitFor(() => expect(said()).toBe(''));
});

test.each([
  ['fewer articles', 19, null],
  ['a backup of last week', 5000, Date.now() - 7 * DAY],
])('%s need no reminder', async (_what, items, lastBackup) => {
  known.lastBackup = lastBackup;
  show(items);
  await settled();
  expect(said()).toBe('');
});

test.each([
  ['older than a month', -31 * DAY],
  ['of a clock that ran ahead', 400 * DAY],
])('a backup %s counts as old', async (_what, away) => {
  known.lastBackup = Date.now() + away;
  show(20);
  await vi.waitFor(() => expect(said()).toMatch(/^noticeBackupOld/));
});

test('that the weekly backup was not written is said when the list is opened, however few articles there are, until one is', async () => {
  auto.isHindered = true;
  known.lastBackup = Date.now() - 31 * DAY;
  show(3);
  await vi.waitFor(() => expect(said()).toBe('noticeAutoBackup'));
  expect(root.querySelector('.list-notice a')?.textContent).toBe('autoBackupTitle');
  auto.isHindered = false;
  auto.change();
  await vi.waitFor(() => expect(said()).toBe(''));
  // One that fails while the list is read is told at the next opening: rows would move from under the pointer.
  auto.isHindered = true;
  auto.change();
  await settled();
  expect(said()).toBe('');
});

test('of a hindered weekly backup it is said how old the last one is, once that is too old', async () => {
  auto.isHindered = true;
  known.lastBackup = Date.now() - 31 * DAY;
  show(20);
  await vi.waitFor(() => expect(said()).toMatch(/^noticeAutoBackup noticeBackupOld /));
  [...root.querySelectorAll('button')].find(({ textContent }) => textContent === 'noticeLater')?.click();
  await vi.waitFor(() => expect(said()).toBe(''));
});

test('a lost list is reported instead, with a way to restore', async () => {
  known.lost = { items: 300, at: 1 };
  show(0);
  await vi.waitFor(() => expect(said()).toBe('noticeLost'));
  expect(root.querySelector('.list-notice a')?.getAttribute('href')).toBe('#settings/backup');
});

test('after another part was open the notice comes together with the first row, so that nothing moves under the pointer', async () => {
  const counted = Promise.resolve({ list: 20, archive: 0, deleted: 0 });
  const library = { counts: () => counted, watch: () => undefined } as unknown as LibraryReader;
  draw({ library, isList: false });
  await settled();
  await settled();
  draw({ library, isList: true });
  expect(said()).toBe('noticeBackupNone 20');
});

test('a date of the last backup that could not be read is read again with the next change of the list', async () => {
  asking.readLast = vi.fn(asking.readLast).mockRejectedValueOnce(new Error('not now'));
  const watchers: Parameters<LibraryReader['watch']>[0][] = [];
  const watch: LibraryReader['watch'] = (onChange) => void watchers.push(onChange);
  const counts = async () => ({ list: 20, archive: 0, deleted: 0 });
  draw({ library: { counts, watch } as unknown as LibraryReader, isList: true });
  await settled();
  expect(said()).toBe('');
  for (const tell of watchers) tell({ ids: null });
  await vi.waitFor(() => expect(said()).toContain('noticeBackupNone'));
});

test('a settled loss is not reported any more, although an older reading arrives later', async () => {
  const { call, calls } = heldAnswers<[], typeof known.lost>();
  asking.readLost = call;
  show(0);
  await vi.waitFor(() => expect(calls).toHaveLength(1));
  changeLost();
  await calls[1]?.answer(null);
  await calls[0]?.answer({ items: 300, at: 1 });
  expect(said()).toBe('');
});

test('a backup that was just made needs no reminder, although an older reading arrives later', async () => {
  const { call, calls } = heldAnswers<[], number | null>();
  asking.readLast = call;
  show(20);
  await vi.waitFor(() => expect(calls).toHaveLength(1));
  changeLast();
  await calls[1]?.answer(Date.now());
  await calls[0]?.answer(null);
  await settled();
  expect(said()).toBe('');
});

test('a dismissed loss is not reported any more, also when the dismissal cannot be stored', async () => {
  for (const isKept of [true, false]) {
    if (!isKept) keepLost.mockRejectedValueOnce(new Error('not now'));
    known.lost = { items: 128, at: 5 };
    show(0);
    changeLost();
    await vi.waitFor(() => expect(said()).toBe('noticeLost'));
    root.querySelector<HTMLElement>('button')?.click();
    await vi.waitFor(() => expect(root.textContent).toBe(''));
  }
  expect(keepLost.mock.calls).toEqual([[null], [null]]);
});

test('up to three damaged records are named as the list finds them, with a link to the check', async () => {
  const named = (title: string | null) => ({ id: `${title}`, title });
  let all = [named('Lamps')];
  let change = (): void => undefined;
  const records: DamagedItems = {
    all: () => all,
    watch: (onChange) => {
      change = onChange;
    },
  };
  asked = Promise.resolve({ list: 30, archive: 0, deleted: 0 });
  draw({ library: { counts: () => asked, watch: () => undefined } as unknown as LibraryReader, isList: true, records });
  await vi.waitFor(() => expect(said()).toBe('noticeDamagedOne 1 Lamps'));
  all = ['Lamps', null, 'Tide', 'Salt'].map(named);
  change();
  await vi.waitFor(() => expect(said()).toBe('noticeDamagedOther 4 Lamps · checkNoTitle · Tide'));
  expect(root.querySelector('a')?.getAttribute('href')).toBe('#settings/backup');
});
