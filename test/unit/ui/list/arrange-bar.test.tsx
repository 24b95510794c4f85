// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest';
import { savedItem } from './saved-item.ts';
import { useListOnPage } from './use-list-on-page.tsx';

const { made, organise, titles } = useListOnPage();

let library: typeof made.library;
let root: HTMLElement;
beforeEach(() => {
  ({ library, root } = made);
});

test('space for a menu of a long list is reserved from the start, and stays if the menu is not needed', async () => {
  const tagMenu = () => root.querySelector<HTMLElement>('select[aria-label=listTagLabel]');
  const languageMenu = () => root.querySelector<HTMLElement>('select[aria-label=listLanguageLabel]');
  const isSeen = (menu: HTMLElement | null) => menu && menu.dataset['resting'] === undefined;
  library.all.set('4', savedItem({ id: '4', savedAt: 4, tags: ['Sea'] }));
  for (let at = 10; at < 50; at += 1) library.all.set(`${at}`, savedItem({ id: `${at}`, savedAt: at }));
  let giveRest = () => {};
  const held = new Promise<void>((resolve) => {
    giveRest = resolve;
  });
  const list = vi.mocked(library.list).getMockImplementation();
  vi.mocked(library.list).mockImplementation(async (query) => {
    if (query.after) await held;
    return list?.(query) ?? { items: [], next: null };
  });
  organise();
  await vi.waitFor(() => expect(titles().length).toBeGreaterThan(0));
  const first = tagMenu();
  expect([isSeen(first), isSeen(languageMenu())]).toEqual([false, false]);
  giveRest();
  await vi.waitFor(() => expect(isSeen(tagMenu())).toBe(true));
  expect(tagMenu()).toBe(first);
  expect(isSeen(languageMenu())).toBe(false);
});

test('a menu with nothing to choose is left out of a list that was read at once', async () => {
  library.all.set('4', savedItem({ id: '4', savedAt: 4, tags: ['Sea'] }));
  organise();
  await vi.waitFor(() => expect(titles()).toHaveLength(4));
  expect(root.querySelector('select[aria-label=listTagLabel]')).not.toBeNull();
  expect(root.querySelector('select[aria-label=listLanguageLabel]')).toBeNull();
});

test.each([
  { menu: 'listLanguageLabel', value: 'zh', name: 'Chinese', item: { lang: 'zh' } },
  { menu: 'listTextLabel', value: 'link', name: 'listTextLink', item: { kind: 'link' } },
] as const)('a chosen $value that no article has any more keeps its name', async ({ menu, value, name, item }) => {
  library.all.set('4', savedItem({ id: '4', savedAt: 4, ...item }));
  organise();
  await vi.waitFor(() => expect(titles()).toHaveLength(4));
  const select = root.querySelector<HTMLSelectElement>(`select[aria-label=${menu}]`);
  if (select) select.value = value;
  select?.dispatchEvent(new Event('change', { bubbles: true }));
  await vi.waitFor(() => expect(titles()).toHaveLength(1));
  library.all.delete('4');
  library.announce({ ids: ['4'] });
  await vi.waitFor(() => expect(titles()).toEqual([]));
  expect(select?.selectedOptions[0]?.textContent).toBe(name);
});
