import { ownTheme } from '../model/own-theme.ts';
import type { ThemeChoice } from './apply-theme.ts';

/** Leaves word of a theme for `early-theme.js`, by which the next page of Recto is painted first. */
export function rememberTheme({ theme, ownPaper, ownInk }: ThemeChoice): void {
  const own = Object.entries(ownTheme(ownPaper, ownInk)).map(([name, value]) => `--own-${name}: ${value};`);
  localStorage.setItem('theme', theme);
  localStorage.setItem('theme.style', own.join(' '));
}
