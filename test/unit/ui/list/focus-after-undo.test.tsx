// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest';
import { useListOnPage } from './use-list-on-page.tsx';

const { made, show, ready, press, titles, focused } = useListOnPage();

let root: HTMLElement;
beforeEach(() => {
  ({ root } = made);
});

test.each(['#', 'e'])('Undo after %s makes the row that comes back the active one', async (key) => {
  show();
  await ready();
  press('j');
  await vi.waitFor(() => expect(focused()).toBe('Article 3'));
  press('j');
  await vi.waitFor(() => expect(focused()).toBe('Article 2'));
  press(key);
  await vi.waitFor(() => expect(root.querySelector('.undo button')).not.toBeNull());
  expect(focused()).toBe('Article 1');
  press('u');
  await vi.waitFor(() => expect(titles()).toHaveLength(3));
  await vi.waitFor(() => expect(focused()).toBe('Article 2'));
  // By the button as well, which is gone once pressed.
  press(key);
  const undo = await vi.waitFor(() => root.querySelector<HTMLElement>('.undo button') ?? Promise.reject());
  undo.focus();
  undo.click();
  await vi.waitFor(() => expect(titles()).toHaveLength(3));
  await vi.waitFor(() => expect(focused()).toBe('Article 2'));
});

test('a row that Undo brings back leaves the focus in the search box, where the person has put it', async () => {
  show();
  await ready();
  press('j');
  await vi.waitFor(() => expect(focused()).toBe('Article 3'));
  press('#');
  const undo = await vi.waitFor(() => root.querySelector<HTMLElement>('.undo button') ?? Promise.reject());
  const input = root.querySelector('input');
  input?.focus();
  undo.click();
  await vi.waitFor(() => expect(titles()).toHaveLength(3));
  await vi.waitFor(() => expect(root.querySelector('.undo-told')?.textContent).toBe('listUndone'));
  expect(document.activeElement).toBe(input);
});
