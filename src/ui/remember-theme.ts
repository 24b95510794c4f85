import { ownTheme } from '../model/own-theme.ts';
import type { ThemeChoice } from './apply-theme.ts';

/** Articles whose site has a theme of its own are remembered so many at a time, the latest opened. */
const MOST_ARTICLES = 300;

const styleOf = ({ ownPaper, ownInk }: ThemeChoice): string =>
  Object.entries(ownTheme(ownPaper, ownInk))
    .map(([name, value]) => `--own-${name}: ${value};`)
    .join(' ');

/** Leaves word of a theme for `early-theme.js`, by which the next page of Recto is painted first. */
export function rememberTheme(choice: ThemeChoice): void {
  localStorage.setItem('theme', choice.theme);
  localStorage.setItem('theme.style', styleOf(choice));
}

/** Leaves word of the theme that one article has, by its id, for its next opening; null when it has that of all others. */
export function rememberArticleTheme(id: string, choice: ThemeChoice | null): void {
  const { [id]: _, ...others } = JSON.parse(localStorage.getItem('theme.articles') ?? '{}') as Record<string, unknown>;
  const kept = Object.entries(others).slice(1 - MOST_ARTICLES);
  const all = choice === null ? kept : [...kept, [id, [choice.theme, styleOf(choice)]]];
  if (all.length > 0) localStorage.setItem('theme.articles', JSON.stringify(Object.fromEntries(all)));
  else localStorage.removeItem('theme.articles');
}
