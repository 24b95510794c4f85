import { useLayoutEffect } from 'preact/hooks';
import { applyTheme, type ThemeChoice } from './apply-theme.ts';
import { rememberArticleTheme, rememberTheme } from './remember-theme.ts';

/**
 * Shows a page of Recto in a theme, and leaves word for the next page, which starts in `general`: what is shown may be
 * the theme of one site. With `article` its id, that article starts in what is shown; null while there is none.
 */
export function useTheme(shown: ThemeChoice, general: ThemeChoice = shown, article: string | null = null): void {
  const colours = [shown.theme, shown.ownPaper, shown.ownInk];
  const isGeneral = shown.theme === general.theme && colours[1] === general.ownPaper && colours[2] === general.ownInk;
  useLayoutEffect(() => applyTheme(document.documentElement, shown), colours);
  useLayoutEffect(() => rememberTheme(general), [general.theme, general.ownPaper, general.ownInk]);
  useLayoutEffect(() => {
    if (article !== null) rememberArticleTheme(article, isGeneral ? null : shown);
  }, [article, isGeneral, ...colours]);
}
