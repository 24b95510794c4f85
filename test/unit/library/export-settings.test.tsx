// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { ExportSettings } from '../../../src/library/export-settings.tsx';
import type { LibraryFiles } from '../../../src/library/library-files.ts';
import { createWords } from '../../../src/model/words.ts';
import { WordsProvider } from '../../../src/ui/list/words-context.ts';

vi.mock('../../../src/platform/last-backup.ts', () => ({
  readLastExport: async () => 5,
  noteExport: async () => undefined,
}));

const exportFile = vi.fn(() => new Promise(() => undefined));
const choices = () => [...document.querySelectorAll<HTMLElement>('input, button')];
const named = (name: string) =>
  choices().find((control) => (control.closest('label') ?? control).textContent?.startsWith(name));
afterEach(() => act(() => render(null, document.body)));

test('only what has changed is chosen for one format: another that is exported at once, before any effect, is whole', async () => {
  const words = createWords((key) => (key === 'localeTag' ? 'en' : key), 'en');
  await act(() =>
    render(
      <WordsProvider value={words}>
        <ExportSettings files={{ export: exportFile } as unknown as LibraryFiles} />
      </WordsProvider>,
      document.body,
    ),
  );
  await vi.waitFor(() => expect(named('exportChanged')).toBeDefined());
  await act(() => named('exportChanged')?.click());
  named('exportCsv')?.click();
  await Promise.resolve();
  named('exportNow')?.click();
  expect(exportFile).toHaveBeenCalledWith(expect.objectContaining({ format: 'csv', onlyChanged: false }));
});
