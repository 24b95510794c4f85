import type { CSSProperties } from 'preact';
import type { ReaderSettings, StyleSettings } from '../../model/reader-settings.ts';

/** The settings that change how the page is set; the theme is the surface's own. */
export type TypeSettings = Omit<StyleSettings, 'theme' | 'ownPaper' | 'ownInk'> & Pick<ReaderSettings, 'focus'>;

/** Settings as what the sheets go by: attributes for choices, numbers for what they multiply with. */
export function pageStyle(settings: TypeSettings) {
  return {
    'data-typeface': settings.typeface,
    'data-han': settings.hanTypeface,
    'data-paragraphs': settings.paragraphs,
    'data-align': settings.align,
    'data-hyphens': settings.hyphens ? 'auto' : undefined,
    'data-han-spacing': settings.hanSpacing ? undefined : 'none',
    'data-pictures': settings.hidePictures ? 'hidden' : undefined,
    'data-focus': settings.focus === 'off' ? undefined : settings.focus,
    style: typeVariables(settings),
  };
}

function typeVariables(settings: TypeSettings): CSSProperties {
  return {
    '--size': String(settings.textSize / 100),
    '--width': String(settings.width / 100),
    '--leading': String(settings.lineHeight / 100),
    '--letters': String(settings.letterSpacing / 100),
    '--words': String(settings.wordSpacing / 100),
  };
}
