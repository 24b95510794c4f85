import type { Article } from '../../model/article.ts';
import type { ReaderActions, ReaderPreferences, ReaderSurfaceParts } from './reader-surface.ts';
import type { Standing } from './standing.ts';
import { useBundledFaces } from './use-bundled-faces.ts';
import { useHanScript } from './use-han-script.ts';
import { type ReadAloud, useReadAloud } from './use-read-aloud.ts';

interface ReadingAidsContext {
  /** Null until the text stands. */
  stands: Standing | null;
  article: Article;
  preferences: ReaderPreferences;
  parts: ReaderSurfaceParts;
}

/** What the settings ask for beyond style sheets: bundled faces, the other Chinese characters, reading aloud. */
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
