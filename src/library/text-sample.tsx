import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { ReaderSettings } from '../model/reader-settings.ts';
import { PART_SCRIPTS } from '../platform/injected-scripts.ts';
import { readFont } from '../platform/read-font.ts';
import { useWords } from '../ui/list/words-context.ts';
import { importParts } from '../ui/parts/load-part.ts';
import { pageStyle, useBundledFaces } from '../ui/reader/page-style.ts';

const FACES = { loadPart: importParts(PART_SCRIPTS), readFont };

/** A few lines in the interface's language, set as articles will be. */
export function TextSample({ settings }: { settings: ReaderSettings }): JSX.Element {
  const { t, locale } = useWords();
  const [page, setPage] = useState<HTMLElement | null>(null);
  useBundledFaces(settings.typeface, page, FACES);
  return (
    <figure class="sample recto" data-theme={settings.theme} aria-label={t('settingsSampleLabel')}>
      <div ref={setPage} class="page" data-surface="saved" {...pageStyle(settings)} lang={locale}>
        <p>{t('settingsSample')}</p>
      </div>
    </figure>
  );
}
