import { ownTheme } from '../model/own-theme.ts';
import type { ReaderSettings } from '../model/reader-settings.ts';

export type ThemeChoice = Pick<ReaderSettings, 'theme' | 'ownPaper' | 'ownInk'>;

/** Shows what is below `element`, which has the class `recto`, in a theme. The own colours are always there, for swatches. */
export function applyTheme(element: HTMLElement, { theme, ownPaper, ownInk }: ThemeChoice): void {
  const own = ownTheme(ownPaper, ownInk);
  for (const [name, value] of Object.entries(own)) element.style.setProperty(`--own-${name}`, value);
  element.dataset['theme'] = theme;
}
