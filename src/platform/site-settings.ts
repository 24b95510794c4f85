import { type Site, siteOf } from '../model/site.ts';
import { isEmpty, parseSiteSettings, type SiteSettings } from '../model/site-settings.ts';
import { browser } from './browser.ts';

/** One storage item per site; a site with nothing of its own has none. */
const PREFIX = 'site.';

export async function readSiteSettings(site: Site): Promise<SiteSettings> {
  const key = PREFIX + site;
  const stored: Record<string, unknown> = await browser.storage.local.get(key).catch(() => ({}));
  return parseSiteSettings(stored[key]);
}

/** Selector of what the person picked as the article on pages of an address's site; null where nothing was. */
export async function readPickedBlock(url: string | null): Promise<string | null> {
  const site = siteOf(url);
  return site && (await readSiteSettings(site)).block;
}

/** Keeps what is given for a site and leaves the rest. Never call it for a private window. */
export async function changeSiteSettings(site: Site, changed: Partial<SiteSettings>): Promise<void> {
  const next = { ...(await readSiteSettings(site)), ...changed };
  if (isEmpty(next)) await browser.storage.local.remove(PREFIX + site);
  else await browser.storage.local.set({ [PREFIX + site]: next });
}

/** Every site that has something of its own. */
export async function allSiteSettings(): Promise<Record<Site, SiteSettings>> {
  const items = Object.entries(await browser.storage.local.get(null));
  return Object.fromEntries(
    items
      .filter(([key]) => key.startsWith(PREFIX))
      .map(([key, value]) => [key.slice(PREFIX.length), parseSiteSettings(value)]),
  );
}

/** Calls back when something changed for a site, in any window, until the signal aborts. */
export function watchSiteSettings(onChange: (site: Site) => void, signal = new AbortController().signal): void {
  const listener = (changes: Record<string, unknown>, area: string) => {
    if (area !== 'local') return;
    for (const key of Object.keys(changes)) if (key.startsWith(PREFIX)) onChange(key.slice(PREFIX.length));
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener), { once: true });
}
