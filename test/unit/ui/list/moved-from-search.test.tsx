// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import { savedItem } from './saved-item.ts';
import { useListOnPage } from './use-list-on-page.tsx';

const { made, organise, press, titles, focused } = useListOnPage();

function search(text: string): void {
  const input = made.root.querySelector('input');
  if (input) input.value = text;
  input?.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

test('an article that is moved from the results of a search into the list that is shown stands there afterwards', async () => {
  const { library } = made;
  library.all.set('9', savedItem({ id: '9', title: 'Gone', place: 'deleted', movedAt: Date.now() }));
  organise('deleted');
  await vi.waitFor(() => expect(titles()).toEqual(['Gone']));
  search('Article 2');
  await vi.waitFor(() => expect(titles()).toEqual(['Article 2']));
  press('j');
  await vi.waitFor(() => expect(focused()).toBe('Article 2'));
  press('#');
  const id = [...library.all.values()].find(({ title }) => title === 'Article 2')?.id ?? '';
  await vi.waitFor(() => expect(library.all.get(id)?.place).toBe('deleted'));
  search('');
  await vi.waitFor(() => expect(titles().toSorted()).toEqual(['Article 2', 'Gone']));
});
