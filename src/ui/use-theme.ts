import { useLayoutEffect } from 'preact/hooks';
import { applyTheme, type ThemeChoice } from './apply-theme.ts';

/** Shows a page of Recto in a theme, and leaves word for `early-theme.js`, which the next page starts with. */
export function useTheme({ theme, ownPaper, ownInk }: ThemeChoice): void {
  useLayoutEffect(() => {
    const root = document.documentElement;
    applyTheme(root, { theme, ownPaper, ownInk });
    localStorage.setItem('theme', theme);
    localStorage.setItem('theme.style', root.style.cssText);
  }, [theme, ownPaper, ownInk]);
}
