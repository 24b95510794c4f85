import { useLayoutEffect } from 'preact/hooks';
import type { ReaderSettings } from '../model/reader-settings.ts';

/** Shows a page of Recto in a theme, and leaves word for `early-theme.js`, which the next page starts with. */
export function useTheme(theme: ReaderSettings['theme']): void {
  useLayoutEffect(() => {
    document.documentElement.dataset['theme'] = theme;
    localStorage.setItem('theme', theme);
  }, [theme]);
}
