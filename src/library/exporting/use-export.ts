import { useEffect, useRef, useState } from 'preact/hooks';
import { asRectoError } from '../../model/errors/as-recto-error.ts';
import type { RectoError } from '../../model/errors/recto-error.ts';
import { latestOnly } from '../../model/latest-only.ts';
import type { Words } from '../../model/words.ts';
import { noteExport, readLastExport } from '../../platform/last-backup.ts';
import { useWords } from '../../ui/list/words-context.ts';
import { downloadBlob } from '../download-blob.ts';
import type { LibraryFiles } from '../library-files.ts';
import type { ExportFormat, ExportResult, ExportWords } from './export-format.ts';

interface Export {
  /** When all was last written in this format; null when never, or while that is not known. */
  last: number | null;
  /** How far the writing is; null while nothing is written. */
  work: { done: number; total: number; end: AbortController } | null;
  result: ExportResult | null;
  error: RectoError | null;
  /** Writes the file and hands it over. */
  run(onlyChanged: boolean): void;
}

/** Writes the list to a file of one format, and knows when that was last done. */
export function useExport(files: LibraryFiles, format: ExportFormat): Export {
  const words = useWords();
  const [last, setLast] = useState<{ format: ExportFormat; at: number | null } | null>(null);
  const [work, setWork] = useState<Export['work']>(null);
  const [result, setResult] = useState<ExportResult | null>(null);
  const [error, setError] = useState<RectoError | null>(null);
  // Storage may answer after another format was chosen, or after a file was written.
  const [begin] = useState(latestOnly);
  const chosen = useRef(format);
  chosen.current = format;
  useEffect(() => {
    const isLatest = begin();
    void readLastExport(format).then(
      (at) => isLatest() && setLast({ format, at }),
      () => undefined,
    );
  }, [format]);

  const run = async (onlyChanged: boolean): Promise<void> => {
    const end = new AbortController();
    const startedAt = Date.now();
    setResult(null);
    setError(null);
    setWork({ done: 0, total: 0, end });
    try {
      const found = await files.export({
        format,
        onlyChanged,
        words: exportWords(words),
        onProgress: (done, total) => setWork({ done, total, end }),
        signal: end.signal,
      });
      setResult(found);
      if (found.file) {
        downloadBlob(found.file, found.name);
        // The file was written all the same; only its date is lost when the page is closed.
        await noteExport(format, startedAt).catch(() => undefined);
        // Another format may have been chosen while the file was being written.
        if (chosen.current !== format) return;
        begin();
        setLast({ format, at: startedAt });
      }
    } catch (thrown) {
      if (!end.signal.aborted) setError(asRectoError(thrown));
    } finally {
      setWork(null);
    }
  };
  const at = last?.format === format ? last.at : null;
  return { last: at, work, result, error, run: (onlyChanged) => void run(onlyChanged) };
}

/** What goes into files in the reader's language. */
function exportWords({ t, locale }: Words): ExportWords {
  return {
    locale,
    listTitle: t('listTitle'),
    contents: t('exportContents'),
    highlights: t('exportHighlightsHeading'),
    original: t('readerOriginal'),
    openInPage: t('exportOpenInPage'),
    colours: {
      yellow: t('exportColourYellow'),
      green: t('exportColourGreen'),
      blue: t('exportColourBlue'),
      pink: t('exportColourPink'),
    },
  };
}
