import { useLayoutEffect } from 'preact/hooks';
import type { Site } from '../model/address/site.ts';
import { applyTheme, rememberSiteTheme, rememberTheme, type ThemeChoice } from './apply-theme.ts';

/**
 * Shows a page of Recto in a theme, and remembers the `general` theme for the next page: the shown theme may be that of
 * one site. With `site`, that site's articles begin in the shown theme if it `hasOwnStyle`.
 */
export function useTheme(
  shown: ThemeChoice,
  general: ThemeChoice = shown,
  site: { site: Site; hasOwnStyle: boolean } | null = null,
): void {
  const colours = [shown.theme, shown.ownPaper, shown.ownInk];
  useLayoutEffect(() => applyTheme(document.documentElement, shown), colours);
  useLayoutEffect(() => rememberTheme(general), [general.theme, general.ownPaper, general.ownInk]);
  useLayoutEffect(() => {
    if (site !== null) rememberSiteTheme(site.site, site.hasOwnStyle ? shown : null);
  }, [site?.site, site?.hasOwnStyle, ...colours]);
}
