import { type Site, siteOf } from '../../model/site.ts';
import type { SiteSettings } from '../../model/site-settings.ts';
import { isPrivateWindow } from '../../platform/private-window.ts';
import { readSiteSettings } from '../../platform/site-settings.ts';

/** What is kept for the page's site; null in a private window, where nothing is. */
export async function readSite(): Promise<{ name: Site; settings: SiteSettings } | null> {
  const name = isPrivateWindow(null) ? null : siteOf(location.href);
  return name === null ? null : { name, settings: await readSiteSettings(name) };
}
