import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { MessageKey } from '../model/message-key.ts';
import { isolateName } from '../model/text/isolate-name.ts';
import type { Words } from '../model/words.ts';
import { Button } from '../ui/button.tsx';
import { ChoiceGroup } from '../ui/choice-group.tsx';
import { ErrorNotice } from '../ui/list/error-notice.tsx';
import { useWords } from '../ui/list/words-context.ts';
import { EXPORT_FORMATS, type ExportFormat, type ExportResult } from './exporting/export-format.ts';
import { useExport } from './exporting/use-export.ts';
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
  const [scope, setScope] = useState<'all' | 'changed'>('all');
  const { last, work, result, error, run } = useExport(files, format);
  // Nothing has changed since an export just now: the question would merely push the button and the outcome out of
  // sight.
  const [isFirst, setFirst] = useState(false);
  const choose = (chosen: ExportFormat) => {
    setFormat(chosen);
    setFirst(false);
    // What has changed since the last export differs between formats.
    setScope('all');
  };
  const start = () => {
    setFirst(isFirst || last === null);
    run(scope === 'changed');
  };

  return (
    <section id="export" aria-labelledby="settings-export">
      <h2 id="settings-export">{t('exportTitle')}</h2>
      <ChoiceGroup
        label={t('exportFormat')}
        choices={EXPORT_FORMATS.map((value) => ({ value, label: t(NAMES[value].label) }))}
        value={format}
        onChoose={choose}
      />
      <p class="quiet">{t(NAMES[format].what)}</p>
      {last !== null && !isFirst && (
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
        <Button label={t('exportNow')} primary disabled={work !== null} onPress={start} />
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

function tellResult(
  { file, name, written, withoutText, unreadable, picturesMissing }: ExportResult,
  words: Words,
): string {
  return words.sentences(
    file ? words.count('exportDone', written, isolateName(name, words.dir)) : words.t('exportNothing'),
    withoutText > 0 ? words.count('exportWithoutText', withoutText) : '',
    unreadable > 0 ? words.count('exportUnreadable', unreadable, words.t('checkTitle')) : '',
    picturesMissing > 0 ? words.count('exportPicturesMissing', picturesMissing) : '',
  );
}
