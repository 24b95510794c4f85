// @vitest-environment jsdom
import { render } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { RectoError } from '../../../src/model/errors/recto-error.ts';
import type { LibraryReader } from '../../../src/model/library.ts';
import type { Translate } from '../../../src/model/message-key.ts';
import { createWords } from '../../../src/model/words.ts';
import { WordsProvider } from '../../../src/ui/list/words-context.ts';

const sending = vi.hoisted(() => ({ send: vi.fn() }));
vi.mock('../../../src/messaging/send.ts', () => sending);
const { DeletedState } = await import('../../../src/library/deleted-state.tsx');

const keyed: Translate = (key, ...values) => (key === 'localeTag' ? 'en' : [key, ...values].join(' '));
let root: HTMLElement;
let deleted: number;
let changed: () => void;

beforeEach(() => {
  deleted = 12;
  sending.send.mockReset().mockImplementation(async () => {
    deleted = 0;
    changed();
  });
  root = document.body.appendChild(document.createElement('div'));
  const library = {
    counts: async () => ({ list: 3, archive: 0, deleted }),
    watch: (listener: () => void) => {
      changed = listener;
    },
  } as unknown as LibraryReader;
  render(
    <WordsProvider value={createWords(keyed, 'en')}>
      <DeletedState library={library} />
    </WordsProvider>,
    root,
  );
});
afterEach(() => {
  render(null, root);
  root.remove();
});

const press = async (label: string) => {
  const button = () => [...root.querySelectorAll('button')].find(({ textContent }) => textContent === label);
  await vi.waitFor(() => expect(button()).toBeDefined());
  button()?.click();
};

test('deleted items are removed for good at the second press, and then nothing is shown', async () => {
  await vi.waitFor(() => expect(root.textContent).toBe('deletedTakesOther 12deletedForGood'));
  await press('deletedForGood');
  await vi.waitFor(() => expect(root.textContent).toContain('deletedAsk'));
  expect(sending.send).not.toHaveBeenCalled();
  await press('deletedForGood');
  expect(sending.send).toHaveBeenCalledExactlyOnceWith('library.empty-deleted', {}, expect.any(Number));
  await vi.waitFor(() => expect(root.textContent).toBe(''));
});

test('a cancelled question removes nothing', async () => {
  await press('deletedForGood');
  await press('popupNotNow');
  await vi.waitFor(() => expect(root.textContent).toContain('deletedTakesOther 12'));
  expect(sending.send).not.toHaveBeenCalled();
});

test('a removal that fails shows why and can be tried again', async () => {
  sending.send.mockRejectedValueOnce(new RectoError('storage-unavailable'));
  await press('deletedForGood');
  await vi.waitFor(() => expect(root.textContent).toContain('deletedAsk'));
  await press('deletedForGood');
  await vi.waitFor(() =>
    expect(root.querySelector('[role=alert]')?.textContent).toContain('error_storage_unavailable'),
  );
  await press('listTryAgain');
  await vi.waitFor(() => expect(root.textContent).toBe(''));
  expect(sending.send).toHaveBeenCalledTimes(2);
});

test('neither a double click nor a double Enter removes anything without the question being read', async () => {
  await press('deletedForGood');
  await vi.waitFor(() => expect(root.textContent).toContain('deletedAsk'));
  root.querySelector('button')?.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 2 }));
  expect(sending.send).not.toHaveBeenCalled();
  expect(document.activeElement?.textContent).toBe('popupNotNow');
  (document.activeElement as HTMLElement).click();
  await vi.waitFor(() => expect(root.textContent).toContain('deletedTakesOther 12'));
  expect(document.activeElement?.textContent).toBe('deletedForGood');
});

test('while it is being removed it can be neither asked for again nor answered', async () => {
  let end = (): void => undefined;
  sending.send.mockImplementation(
    () =>
      new Promise<void>((resolve) => {
        end = resolve;
      }),
  );
  await press('deletedForGood');
  await vi.waitFor(() => expect(root.textContent).toContain('deletedAsk'));
  await press('deletedForGood');
  const disabled = () => root.querySelector('[aria-disabled=true]');
  await vi.waitFor(() => expect(disabled()?.textContent).toBe('deletedForGood'));
  await press('deletedForGood');
  await new Promise(requestAnimationFrame);
  expect(root.textContent).toBe('deletedTakesOther 12deletedForGood');
  expect(sending.send).toHaveBeenCalledOnce();
  end();
  await vi.waitFor(() => expect(disabled()).toBeNull());
});

test('a question that another window has settled is not asked of what is deleted later', async () => {
  await press('deletedForGood');
  await vi.waitFor(() => expect(root.textContent).toContain('deletedAsk'));
  deleted = 0;
  changed();
  await vi.waitFor(() => expect(root.textContent).toBe(''));
  deleted = 1;
  changed();
  await vi.waitFor(() => expect(root.textContent).toBe('deletedTakesOne 1deletedForGood'));
});

test('a question about some is not answered for what another window deletes while it is asked', async () => {
  await press('deletedForGood');
  await vi.waitFor(() => expect(root.textContent).toContain('deletedAsk'));
  deleted = 13;
  changed();
  await vi.waitFor(() => expect(root.textContent).toBe('deletedTakesOther 13deletedForGood'));
  await press('deletedForGood');
  await vi.waitFor(() => expect(root.textContent).toContain('deletedAsk'));
  expect(sending.send).not.toHaveBeenCalled();
});
