// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import { savedItem } from './saved-item.ts';
import { useListOnPage } from './use-list-on-page.tsx';

const { made, organise, press, ready, titles } = useListOnPage();

/** Selects all rows and waits until that many are. */
async function selectAll(count: number): Promise<void> {
  press('*');
  await vi.waitFor(() =>
    expect(made.root.querySelector('.selection-count')?.textContent).toBe(`listSelectedOther ${count}`),
  );
}

const notice = () => made.root.querySelector('.undo p')?.textContent;

test('of a selection from several places only those are archived, counted and taken back that were not archived before', async () => {
  for (const id of ['1', '2']) made.library.all.set(id, savedItem({ id, title: id, place: 'archive' }));
  vi.mocked(made.library.search).mockResolvedValue({
    hits: [...made.library.all.values()].map((metadata) => ({ metadata, snippet: '', marks: [] })),
    more: false,
    damaged: false,
  });
  organise();
  const input = await vi.waitUntil(() => made.root.querySelector<HTMLInputElement>('input[type=search]'));
  input.value = 'article';
  input.dispatchEvent(new Event('input', { bubbles: true }));
  await vi.waitFor(() => expect(titles()).toHaveLength(3));
  await selectAll(3);
  press('e');
  await vi.waitFor(() => expect(notice()).toBe('listArchivedOne 1 Article 3'));
  expect(made.library.move).toHaveBeenCalledExactlyOnceWith(['3'], 'archive');
  press('u');
  await vi.waitFor(() => expect(made.library.move).toHaveBeenLastCalledWith(['3'], 'list', ['archive']));
});

test('what can be done with a selection stands in the order that it has in each row', async () => {
  organise();
  await ready();
  await selectAll(3);
  const [row] = made.root.querySelectorAll('.row-actions');
  const inRow = Array.from(row?.querySelectorAll('button') ?? [], ({ textContent }) => textContent);
  const inBar = Array.from(made.root.querySelectorAll('.selection > button'), ({ textContent }) => textContent);
  expect(inRow).toHaveLength(4);
  expect(inBar).toEqual(inRow);
});
