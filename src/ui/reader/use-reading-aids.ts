import { useEffect } from 'preact/hooks';
import type { Article } from '../../model/article.ts';
import type { ReaderSettings } from '../../model/settings/reader-settings.ts';
import type { LoadPart } from '../parts/load-part.ts';
import type { ReaderActions } from './reader-actions.ts';
import type { ReaderPreferences, ReaderSurfaceParts } from './reader-surface.ts';
import { type ReadAloud, useReadAloud } from './speech/use-read-aloud.ts';
import type { Standing } from './standing.ts';
import { useBundledFaces } from './typography/page-style.ts';

interface ReadingAidsContext {
  /** Null until the text stands. */
  stands: Standing | null;
  article: Article;
  preferences: ReaderPreferences;
  parts: ReaderSurfaceParts;
}

/** What settings ask for beyond style sheets: bundled faces, exchanged Chinese characters, reading aloud. */
export function useReadingAids(context: ReadingAidsContext): { speech: ReadAloud; actions: ReaderActions } {
  const { stands, article, preferences, parts } = context;
  const body = stands?.body ?? null;
  const { typeface, hanScript, focus, hidePictures } = preferences.settings;
  useBundledFaces(typeface, body, parts);
  useHanScript(stands, hanScript, article.lang, parts.loadPart);
  const speech = useReadAloud({ body, lang: article.lang, preferences, parts });
  return {
    speech,
    actions: {
      ...speech.actions,
      focus: () => preferences.change({ focus: focus === 'off' ? 'paragraph' : 'off' }),
      'hide-pictures': () => preferences.change({ hidePictures: !hidePictures }),
    },
  };
}

/**
 * Shows a Chinese article in the other kind of characters while that is chosen. Only the display changes: the text that
 * is stored, copied into the list or searched stays as written, and is shown again when the choice is undone.
 */
function useHanScript(
  stands: Standing | null,
  script: ReaderSettings['hanScript'],
  lang: string | null,
  loadPart: LoadPart,
): void {
  useEffect(() => {
    const page = stands?.body.closest<HTMLElement>('.page');
    if (!page || script === 'as-written' || !/^zh\b/i.test(lang ?? '')) return;
    const end = new AbortController();
    // If the part does not load, the text stays as it was written.
    loadPart('han')
      .then((showHanScript) => end.signal.aborted || showHanScript(page, script, end.signal))
      .catch(() => undefined);
    return () => end.abort();
  }, [stands, script, lang, loadPart]);
}
