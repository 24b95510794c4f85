import type { CSSProperties } from 'preact';
import { useEffect } from 'preact/hooks';
import type { ReaderSettings, StyleSettings } from '../../../model/settings/reader-settings.ts';
import type { ReadFont } from '../../parts/load-faces.ts';
import type { LoadPart } from '../../parts/load-part.ts';

/** The settings that change how the page is set; the theme is the surface's own. */
export type TypeSettings = Omit<StyleSettings, 'theme' | 'ownPaper' | 'ownInk'> & Pick<ReaderSettings, 'focus'>;

/** From this text size on, in percent, a line in a narrow window holds too few Chinese characters to be justified. */
const LARGE = 200;

/** Settings in the form that the sheets use: attributes for choices, numbers for factors. */
export function pageStyle(settings: TypeSettings) {
  return {
    'data-typeface': settings.typeface,
    'data-han': settings.hanTypeface,
    'data-paragraphs': settings.paragraphs,
    'data-align': settings.align,
    'data-large': settings.textSize >= LARGE || undefined,
    'data-hyphens': settings.hyphens ? 'auto' : undefined,
    'data-han-spacing': settings.hanSpacing ? undefined : 'none',
    'data-pictures': settings.hidePictures ? 'hidden' : undefined,
    'data-focus': settings.focus === 'off' ? undefined : settings.focus,
    style: typeVariables(settings),
  };
}

function typeVariables(settings: TypeSettings): CSSProperties {
  return {
    '--r-size': String(settings.textSize / 100),
    '--r-width': String(settings.width / 100),
    '--r-leading': String(settings.lineHeight / 100),
    '--r-letters': String(settings.letterSpacing / 100),
    '--r-words': String(settings.wordSpacing / 100),
  };
}

/** Loads the faces of a typeface that comes with Recto while it is chosen. */
export function useBundledFaces(
  typeface: ReaderSettings['typeface'],
  body: HTMLElement | null,
  { loadPart, readFont }: { loadPart: LoadPart; readFont: ReadFont },
): void {
  useEffect(() => {
    if (!body || !['book', 'legible'].includes(typeface)) return;
    const end = new AbortController();
    // If the part does not load, the text stays in a typeface of the system.
    loadPart('faces')
      .then((loadFaces) => loadFaces(typeface, body, readFont, end.signal))
      .catch(() => undefined);
    return () => end.abort();
  }, [typeface, body, loadPart, readFont]);
}
