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

test('what the browser refuses to take at an update it is told again when the background starts the next time', async () => {
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

test('so it is with what the person chooses for a click', async () => {
  await startAgain();
  used.browser.action.setPopup.mockRejectedValueOnce(new Error('not now'));
  await used.browser.storage.local.set({ 'settings.toolbarOpens': 'full-view' });
  await used.settle();
  expect(told()).toEqual([1, 2]);
  await startAgain();
  expect(told()).toEqual([1, 3]);
});
