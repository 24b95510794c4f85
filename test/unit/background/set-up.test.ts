import { expect, test, vi } from 'vitest';
import { useBackground } from './use-background.ts';

const used = useBackground();

const startAgain = async () => {
  vi.resetModules();
  await used.start();
  // Whatever waits until the command that woke it has been done.
  await vi.advanceTimersByTimeAsync(10_000);
};
/** How often menus were put in place, and the browser was told what a click does. */
const told = () => [
  used.browser.contextMenus.create.mock.calls.filter(([{ id }]) => id === 'open-list').length,
  used.browser.action.setPopup.mock.calls.length,
];

test('a set-up that the browser refuses at an update is tried again at the next start of the background', async () => {
  await used.start();
  used.browser.contextMenus.removeAll.mockRejectedValueOnce(new Error('not now'));
  used.browser.action.setPopup.mockRejectedValueOnce(new Error('not now'));
  used.browser.runtime.onInstalled.fire({ reason: 'update' });
  await used.settle();
  expect(told()).toEqual([0, 1]);
  await startAgain();
  expect(told()).toEqual([1, 2]);
  await startAgain();
  expect(told()).toEqual([1, 2]);
});

test('a refused setting of what a click does is tried again, too', async () => {
  await startAgain();
  used.browser.action.setPopup.mockRejectedValueOnce(new Error('not now'));
  await used.browser.storage.local.set({ 'settings.toolbarOpens': 'full-view' });
  await used.settle();
  expect(told()).toEqual([1, 2]);
  await startAgain();
  expect(told()).toEqual([1, 3]);
});

test('a choice that cannot be read is not remembered as set up', async () => {
  await used.browser.storage.local.set({ 'settings.toolbarOpens': 'full-view' });
  await startAgain();
  const chosen = told();
  const { local } = used.browser.storage;
  vi.spyOn(local, 'get').mockRejectedValueOnce(new Error('not now'));
  await local.set({ 'settings.theme': 'sepia' });
  await used.settle();
  expect(told()).toEqual(chosen);
  await startAgain();
  expect(told()).toEqual([chosen[0], (chosen[1] ?? 0) + 1]);
  expect(used.browser.action.setPopup.mock.calls.every(([{ popup }]) => popup === '')).toBe(true);
});

test('a set-up that is asked for during another begins when that has ended, and its result is remembered', async () => {
  await used.start();
  const { setUp, setUpAgain } = await import('../../../src/background/set-up.ts');
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  void setUp('click', () => {
    begun.push('earlier');
    return new Promise((resolve) => ends.push(resolve));
  });
  void setUp('click', async () => {
    begun.push('later');
    throw new Error('not now');
  });
  await used.settle();
  expect(begun).toEqual(['earlier']);
  ends[0]?.();
  await setUpAgain('click', async () => void begun.push('again'));
  expect(begun).toEqual(['earlier', 'later', 'again']);
});

test('a new log is begun once in each run of the browser, and again where that failed', async () => {
  const { setUpAgain } = await import('../../../src/background/set-up.ts');
  const begin = vi.fn(async () => undefined).mockRejectedValueOnce(new Error('not now'));
  for (let start = 0; start < 3; start++) await setUpAgain('log', begin);
  expect(begin).toHaveBeenCalledTimes(2);
});
