// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import type { ExportFormat, ExportResult } from '../../../../src/library/exporting/export-format.ts';
import type { LibraryFiles } from '../../../../src/library/library-files.ts';
import { createWords } from '../../../../src/model/words.ts';
import { WordsProvider } from '../../../../src/ui/list/words-context.ts';
import { heldAnswers } from '../../fakes/held-answers.ts';

const kept = {
  read: async (format: ExportFormat): Promise<number | null> => (format === 'csv' ? 5 : null),
  note: vi.fn(async () => undefined),
};
vi.mock('../../../../src/library/download-blob.ts', () => ({ downloadBlob: () => undefined }));
vi.mock('../../../../src/platform/last-backup.ts', () => ({
  readLastExport: (format: ExportFormat) => kept.read(format),
  noteExport: () => kept.note(),
}));
const { useExport } = await import('../../../../src/library/exporting/use-export.ts');

const none = { withoutText: 0, unreadable: 0, picturesMissing: 0 };
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

test('a file that is written while another format is chosen does not count as an export of that format', async () => {
  await show('epub');
  expect(shown.last).toBeNull();
  await act(async () => shown.run(false));
  await show('csv');
  await vi.waitFor(() => expect(shown.last).toBe(5));
  await exports.calls[0]?.answer({ file: new Blob(), name: 'a.epub', written: 1, ...none });
  expect([shown.result?.name, shown.last]).toEqual(['a.epub', 5]);
});

test('a file that was handed over is not reported as failed when its date cannot be stored', async () => {
  kept.note.mockRejectedValueOnce(new Error('not now'));
  await show('epub');
  await act(async () => shown.run(false));
  await exports.calls.at(-1)?.answer({ file: new Blob(), name: 'c.epub', written: 1, ...none });
  expect([shown.result?.name, shown.error]).toEqual(['c.epub', null]);
  expect(shown.last).toBeGreaterThan(5);
});

test('a late answer of storage applies neither to a format chosen since nor over the file just made', async () => {
  const { call, calls } = heldAnswers<[ExportFormat], number | null>();
  kept.read = call;
  await show('epub');
  await show('csv');
  await calls[1]?.answer(5);
  await calls[0]?.answer(3);
  expect(shown.last).toBe(5);
  await show('epub');
  await act(async () => shown.run(false));
  await exports.calls.at(-1)?.answer({ file: new Blob(), name: 'b.epub', written: 1, ...none });
  await calls[2]?.answer(3);
  expect(shown.last).toBeGreaterThan(5);
});
