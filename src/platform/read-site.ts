import { siteOf } from '../model/address/site.ts';
import type { SiteWithSettings } from '../model/settings/site-settings.ts';
import type { TabInfo } from './active-tab.ts';
import { isPrivateWindow } from './is-private-window.ts';
import { readSiteSettings } from './site-settings.ts';

/**
 * The settings of a page's site; null in a private window, where nothing is stored. `tab` has the page, if it is not
 * this page's own tab.
 */
export async function readSite(url: string | null, tab: TabInfo | null = null): Promise<SiteWithSettings | null> {
  const name = isPrivateWindow(tab) ? null : siteOf(url);
  return name === null ? null : { name, settings: await readSiteSettings(name) };
}
