import type { Site } from '../model/address/site.ts';
import { ownTheme } from '../model/settings/own-theme.ts';
import type { ReaderSettings } from '../model/settings/reader-settings.ts';

export type ThemeChoice = Pick<ReaderSettings, 'theme' | 'ownPaper' | 'ownInk'>;

/** Shows what is below `element`, which has the class `recto`, in a theme. The own colours are always there, for swatches. */
export function applyTheme(element: HTMLElement, { theme, ownPaper, ownInk }: ThemeChoice): void {
  const own = ownTheme(ownPaper, ownInk);
  for (const [name, value] of Object.entries(own)) element.style.setProperty(`--r-own-${name}`, value);
  element.dataset['theme'] = theme;
}

/** At most this many sites with a theme of their own are remembered, the latest. */
const MOST_SITES = 300;

const styleOf = ({ ownPaper, ownInk }: ThemeChoice): string =>
  Object.entries(ownTheme(ownPaper, ownInk))
    .map(([name, value]) => `--r-own-${name}: ${value};`)
    .join(' ');

/** Remembers a theme for `early-theme.js`, which paints the next page of Recto in it. */
export function rememberTheme(choice: ThemeChoice): void {
  remember('theme', choice.theme);
  remember('theme.style', styleOf(choice));
}

/**
 * Remembers the theme of one site, for the next time one of its articles is opened; null when it has the general theme.
 */
export function rememberSiteTheme(site: Site, choice: ThemeChoice | null): void {
  const others = rememberedSites().filter(([name]) => name !== site);
  const kept = others.slice(1 - MOST_SITES);
  const all = choice === null ? kept : [...kept, [site, [choice.theme, styleOf(choice)]]];
  if (all.length > 0) remember('theme.sites', JSON.stringify(Object.fromEntries(all)));
  else localStorage.removeItem('theme.sites');
}

/** Never throws: the effects that show the text of the page come after the one that calls it. */
function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // The disk is full. All that is lost are the first colours of the next page.
  }
}

/** Leaves out what is damaged: a page must start all the same. */
function rememberedSites(): [name: string, theme: unknown][] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem('theme.sites') ?? '{}');
    return Object.entries(kept ?? {});
  } catch {
    return [];
  }
}
