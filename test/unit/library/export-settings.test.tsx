// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { ExportSettings } from '../../../src/library/export-settings.tsx';
import type { LibraryFiles } from '../../../src/library/library-files.ts';
import { RectoError } from '../../../src/model/errors/recto-error.ts';
import { createWords } from '../../../src/model/words.ts';
import { WordsProvider } from '../../../src/ui/list/words-context.ts';

const kept = vi.hoisted(() => ({ last: 5 as number | null }));
vi.mock('../../../src/platform/last-backup.ts', () => ({
  readLastExport: async () => kept.last,
  noteExport: async () => undefined,
}));

const downloadBlob = vi.hoisted(() => vi.fn());
vi.mock('../../../src/library/download-blob.ts', () => ({ downloadBlob }));

const exportFile = vi.fn<LibraryFiles['export']>(() => new Promise(() => undefined));
const words = createWords((key, ...values) => (key === 'localeTag' ? 'en' : [key, ...values].join(' ')), 'en');
const show = () =>
  act(() =>
    render(
      <WordsProvider value={words}>
        <ExportSettings files={{ export: exportFile } as unknown as LibraryFiles} />
      </WordsProvider>,
      document.body,
    ),
  );
const choices = () => [...document.querySelectorAll<HTMLElement>('input, button')];
const named = (name: string) =>
  choices().find((control) => (control.closest('label') ?? control).textContent?.startsWith(name));
afterEach(() => act(() => render(null, document.body)));

test('"only what has changed" applies to one format; another that is exported at once, before effects, is complete', async () => {
  await show();
  await vi.waitFor(() => expect(named('exportChanged')).toBeDefined());
  await act(() => named('exportChanged')?.click());
  named('exportCsv')?.click();
  await Promise.resolve();
  named('exportNow')?.click();
  expect(exportFile).toHaveBeenCalledWith(expect.objectContaining({ format: 'csv', onlyChanged: false }));
});

const ALL = { file: new Blob(['x']), name: 'a.zip', written: 2, withoutText: 0, unreadable: 0, picturesMissing: 0 };

test('after the first export no control moves; the choice of all or changed items appears when the format is chosen again', async () => {
  kept.last = null;
  exportFile.mockResolvedValueOnce(ALL);
  await show();
  await act(async () => named('exportNow')?.click());
  await vi.waitFor(() => expect(document.querySelector('[role=status]')?.textContent).toContain('exportDone'));
  await vi.waitFor(() => expect(document.querySelector('[aria-disabled=true]')).toBeNull());
  kept.last = 5;
  expect(named('exportChanged')).toBeUndefined();
  for (const format of ['exportCsv', 'exportMarkdown']) await act(async () => named(format)?.click());
  await vi.waitFor(() => expect(named('exportChanged')).toBeDefined());
});

test.each([
  ['what is in the file', ALL, 'exportDoneOther 2 a.zip'],
  ['that there is nothing to write', { ...ALL, file: null, name: '', written: 0 }, 'exportNothing'],
  [
    'what is not in it, and where that is looked into',
    { ...ALL, withoutText: 1, unreadable: 2, picturesMissing: 3 },
    'exportDoneOther 2 a.zip exportWithoutTextOne 1 exportUnreadableOther 2 checkTitle exportPicturesMissingOther 3',
  ],
])('an export reports %s', async (_what, result, told) => {
  downloadBlob.mockClear();
  exportFile.mockResolvedValueOnce(result);
  await show();
  await act(async () => named('exportNow')?.click());
  await vi.waitFor(() => expect(document.querySelector('[role=status]')?.textContent).toBe(told));
  expect(downloadBlob.mock.calls).toEqual(result.file ? [[result.file, result.name]] : []);
});

test('an export shows its progress and can be stopped without being reported as failed', async () => {
  exportFile.mockImplementationOnce(
    ({ signal }) =>
      new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason as Error))),
  );
  await show();
  await act(async () => named('exportNow')?.click());
  await act(() => exportFile.mock.lastCall?.[0].onProgress?.(3, 8));
  expect(document.querySelector('progress')?.value).toBe(3);
  expect(document.querySelector('[role=status]')?.textContent).toContain('exportWorking 3 8');
  await act(async () => named('importStop')?.click());
  await vi.waitFor(() => expect(document.querySelector('[role=status]')?.textContent).toBe(''));
  expect(document.querySelector('[role=alert]')).toBeNull();
  exportFile.mockRejectedValueOnce(new RectoError('quota'));
  await act(async () => named('exportNow')?.click());
  await vi.waitFor(() => expect(document.querySelector('[role=alert]')?.textContent).toContain('error_quota'));
});

test('texts in the file are in the language of the interface', async () => {
  await show();
  await act(async () => named('exportNow')?.click());
  const told = exportFile.mock.lastCall?.[0].words;
  expect(told).toEqual({
    ...{ locale: 'en', listTitle: 'listTitle', contents: 'exportContents', highlights: 'exportHighlightsHeading' },
    ...{ original: 'readerOriginal', openInPage: 'exportOpenInPage' },
    colours: {
      ...{ yellow: 'exportColourYellow', green: 'exportColourGreen' },
      ...{ blue: 'exportColourBlue', pink: 'exportColourPink' },
    },
  });
});
