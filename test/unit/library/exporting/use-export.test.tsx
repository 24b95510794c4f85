// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import type { ExportFormat, ExportResult } from '../../../../src/library/exporting/export-format.ts';
import type { LibraryFiles } from '../../../../src/library/library-files.ts';
import { createWords } from '../../../../src/model/words.ts';
import { WordsProvider } from '../../../../src/ui/list/words-context.ts';
import { heldAnswers } from '../../fakes/held-answers.ts';

vi.mock('../../../../src/library/download-blob.ts', () => ({ downloadBlob: () => undefined }));
vi.mock('../../../../src/platform/last-backup.ts', () => ({
  readLastExport: async (format: ExportFormat) => (format === 'csv' ? 5 : null),
  noteExport: async () => undefined,
}));
const { useExport } = await import('../../../../src/library/exporting/use-export.ts');

const words = createWords((key) => (key === 'localeTag' ? 'en' : key), 'en');
const exports = heldAnswers<unknown[], ExportResult>();
const files = { export: exports.call } as unknown as LibraryFiles;
let shown: ReturnType<typeof useExport>;

function Probe({ format }: { format: ExportFormat }) {
  shown = useExport(files, format);
  return null;
}
const show = (format: ExportFormat) =>
  act(async () => {
    render(
      <WordsProvider value={words}>
        <Probe format={format} />
      </WordsProvider>,
      document.body,
    );
  });
afterEach(() => render(null, document.body));

test('when a file is written while another format is chosen, that was not exported just now', async () => {
  await show('epub');
  expect(shown.last).toBeNull();
  await act(async () => shown.run(false));
  await show('csv');
  await vi.waitFor(() => expect(shown.last).toBe(5));
  const none = { withoutText: 0, unreadable: 0, picturesMissing: 0 };
  await exports.calls[0]?.answer({ file: new Blob(), name: 'a.epub', written: 1, ...none });
  expect([shown.result?.name, shown.last]).toEqual(['a.epub', 5]);
});
