import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { asRectoError } from '../model/as-recto-error.ts';
import type { MessageKey } from '../model/message-key.ts';
import type { RectoError } from '../model/recto-error.ts';
import type { Words } from '../model/words.ts';
import { noteExport, readLastExport } from '../platform/last-export.ts';
import { ChoiceGroup } from '../ui/choice-group.tsx';
import { ErrorNotice } from '../ui/list/error-notice.tsx';
import { useWords } from '../ui/list/words-context.ts';
import { downloadBlob } from './download-blob.ts';
import { EXPORT_FORMATS, type ExportFormat, type ExportResult, type ExportWords } from './exporting/export-format.ts';
import type { LibraryFiles } from './library-files.ts';
import { WorkProgress } from './work-progress.tsx';

const NAMES: Record<ExportFormat, { label: MessageKey; what: MessageKey }> = {
  markdown: { label: 'exportMarkdown', what: 'exportMarkdownWhat' },
  epub: { label: 'exportEpub', what: 'exportEpubWhat' },
  html: { label: 'exportHtml', what: 'exportHtmlWhat' },
  csv: { label: 'exportCsv', what: 'exportCsvWhat' },
  highlights: { label: 'exportHighlights', what: 'exportHighlightsWhat' },
};

/** Writes the list to files that other programs read. */
export function ExportSettings({ files }: { files: LibraryFiles }): JSX.Element {
  const words = useWords();
  const { t } = words;
  const [format, setFormat] = useState<ExportFormat>('markdown');
  const [last, setLast] = useState<number | null>(null);
  const [scope, setScope] = useState<'all' | 'changed'>('all');
  const [work, setWork] = useState<{ done: number; total: number; end: AbortController } | null>(null);
  const [result, setResult] = useState<ExportResult | null>(null);
  const [error, setError] = useState<RectoError | null>(null);
  useEffect(() => {
    setLast(null);
    setScope('all');
    void readLastExport(format).then(setLast, () => undefined);
  }, [format]);

  const run = async (): Promise<void> => {
    const end = new AbortController();
    const startedAt = Date.now();
    setResult(null);
    setError(null);
    setWork({ done: 0, total: 0, end });
    try {
      const found = await files.export({
        format,
        ids: null,
        onlyChanged: scope === 'changed',
        words: exportWords(words),
        onProgress: (done, total) => setWork({ done, total, end }),
        signal: end.signal,
      });
      setResult(found);
      if (found.file) {
        downloadBlob(found.file, found.name);
        await noteExport(format, startedAt);
        setLast(startedAt);
      }
    } catch (thrown) {
      if (!end.signal.aborted) setError(asRectoError(thrown));
    } finally {
      setWork(null);
    }
  };

  return (
    <section id="export" aria-labelledby="settings-export">
      <h2 id="settings-export">{t('exportTitle')}</h2>
      <ChoiceGroup
        label={t('exportFormat')}
        choices={EXPORT_FORMATS.map((value) => ({ value, label: t(NAMES[value].label) }))}
        value={format}
        onChoose={setFormat}
      />
      <p class="quiet">{t(NAMES[format].what)}</p>
      {last !== null && (
        <ChoiceGroup
          label={t('exportScope')}
          choices={[
            { value: 'all', label: t('exportAll') },
            { value: 'changed', label: t('exportChanged', words.when(last)) },
          ]}
          value={scope}
          onChoose={setScope}
        />
      )}
      <p class="backup-actions">
        <button type="button" class="button" data-primary disabled={work !== null} onClick={() => void run()}>
          {t('exportNow')}
        </button>
      </p>
      <div role="status">
        {work && (
          <WorkProgress label="exportWorking" done={work.done} total={work.total} onStop={() => work.end.abort()} />
        )}
        {result && <p>{tellResult(result, words)}</p>}
      </div>
      {error && <ErrorNotice error={error} />}
    </section>
  );
}

function tellResult({ file, name, written, withoutText, unreadable }: ExportResult, words: Words): string {
  return words.sentences(
    file ? words.count('exportDone', written, name) : words.t('exportNothing'),
    withoutText > 0 ? words.count('exportWithoutText', withoutText) : '',
    unreadable > 0 ? words.count('exportUnreadable', unreadable, words.t('checkTitle')) : '',
  );
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
