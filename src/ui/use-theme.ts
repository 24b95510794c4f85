import { useLayoutEffect } from 'preact/hooks';
import { applyTheme, type ThemeChoice } from './apply-theme.ts';
import { rememberTheme } from './remember-theme.ts';

/**
 * Shows a page of Recto in a theme, and leaves word for the next page, which starts in `general`: what is shown may be
 * the theme of one site.
 */
export function useTheme(shown: ThemeChoice, general: ThemeChoice = shown): void {
  useLayoutEffect(() => applyTheme(document.documentElement, shown), [shown.theme, shown.ownPaper, shown.ownInk]);
  useLayoutEffect(() => rememberTheme(general), [general.theme, general.ownPaper, general.ownInk]);
}
