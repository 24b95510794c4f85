// @vitest-environment jsdom
import { render } from 'preact';
import { expect, test, vi } from 'vitest';
import { createWords } from '../../../../src/model/words.ts';
import { KeyHelp } from '../../../../src/ui/list/list-keys.tsx';
import { WordsProvider } from '../../../../src/ui/list/words-context.ts';
import { useListOnPage } from './use-list-on-page.tsx';

const { onOpen, show, ready, focused, press } = useListOnPage();

test('the sheet of keys gets the next key, which does not reach the list, before effects have run', () => {
  const showModal = vi.fn();
  HTMLDialogElement.prototype.showModal = showModal;
  render(
    <WordsProvider value={createWords((key) => (key === 'localeTag' ? 'en' : key), 'en')}>
      <KeyHelp organise deleted={false} onClose={() => undefined} />
    </WordsProvider>,
    document.body,
  );
  expect(showModal).toHaveBeenCalledOnce();
});

test('the row that a key opens has the focus, so that going back from the article leads there', async () => {
  render(null, document.body);
  show();
  await ready();
  expect(document.activeElement).toBe(document.body);
  press('o');
  expect([onOpen.mock.calls.length, focused()]).toEqual([1, 'Article 3']);
});
