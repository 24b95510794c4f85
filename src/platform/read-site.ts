import { siteOf } from '../model/site.ts';
import type { SiteWithSettings } from '../model/site-settings.ts';
import type { TabInfo } from './active-tab.ts';
import { isPrivateWindow } from './is-private-window.ts';
import { readSiteSettings } from './site-settings.ts';

/** What is kept for the site of a page, which is in `tab` where it is not this page's own; null in a private window, where nothing is. */
export async function readSite(url: string | null, tab: TabInfo | null = null): Promise<SiteWithSettings | null> {
  const name = isPrivateWindow(tab) ? null : siteOf(url);
  return name === null ? null : { name, settings: await readSiteSettings(name) };
}
