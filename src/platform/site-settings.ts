import { type Site, siteOf } from '../model/site.ts';
import { NO_SITE_SETTINGS, parseSiteSettings, type SiteSettings } from '../model/site-settings.ts';
import { browser } from './browser.ts';

/**
 * One storage item per site and setting, `site.news.example/style`, so that two windows that change different ones do not
 * undo each other; what is as it is on every site has none. All settings of a site were one item before,
 * `site.news.example`: it counts for what has no item of its own, and is parted when something of the site is changed.
 */
const PREFIX = 'site.';
const FIELDS = Object.keys(NO_SITE_SETTINGS) as (keyof SiteSettings)[];
const keyOf = (site: Site, field: string): string => `${PREFIX}${site}/${field}`;

/** Reads what is kept for a site; nothing when the storage does not answer. */
export async function readSiteSettings(site: Site): Promise<SiteSettings> {
  const stored = await readItems(site).catch(() => ({}));
  return parseSiteSettings(gather(stored)[site]);
}

const readItems = (site: Site): Promise<Record<string, unknown>> =>
  browser.storage.local.get([PREFIX + site, ...FIELDS.map((field) => keyOf(site, field))]);

/** What storage items say of each site they name. */
function gather(items: Record<string, unknown>): Record<Site, Record<string, unknown>> {
  const sites: Record<Site, Record<string, unknown>> = {};
  for (const [key, value] of Object.entries(items)) {
    if (!key.startsWith(PREFIX)) continue;
    const [site = '', field] = key.slice(PREFIX.length).split('/');
    const known = sites[site];
    if (field !== undefined) sites[site] = { ...known, [field]: value };
    else sites[site] = typeof value === 'object' ? { ...value, ...known } : { ...known };
  }
  return sites;
}

/** Selector of what the person picked as the article on pages of an address's site; null where nothing was. */
export async function readPickedBlock(url: string | null): Promise<string | null> {
  const site = siteOf(url);
  return site && (await readSiteSettings(site)).block;
}

/** Keeps what is given for a site and leaves the rest. Throws when the storage refuses. Never call it for a private window. */
export async function changeSiteSettings(site: Site, changed: Partial<SiteSettings>): Promise<void> {
  const whole = PREFIX + site;
  const items = await readItems(site);
  const next: Partial<SiteSettings> =
    whole in items ? { ...parseSiteSettings(gather(items)[site]), ...changed } : changed;
  const given = FIELDS.filter((field) => field in next);
  const kept = given.filter((field) => next[field] !== NO_SITE_SETTINGS[field]);
  await browser.storage.local.set(Object.fromEntries(kept.map((field) => [keyOf(site, field), next[field]])));
  const gone = given.filter((field) => !kept.includes(field)).map((field) => keyOf(site, field));
  await browser.storage.local.remove([whole, ...gone]);
}

/** Every site that has something of its own. */
export async function allSiteSettings(): Promise<Record<Site, SiteSettings>> {
  const sites = Object.entries(gather(await browser.storage.local.get(null)));
  return Object.fromEntries(sites.map(([site, stored]) => [site, parseSiteSettings(stored)]));
}

/** Calls back when something changed for a site, in any window, until the signal aborts. */
export function watchSiteSettings(onChange: (site: Site) => void, signal = new AbortController().signal): void {
  const listener = (changes: Record<string, unknown>, area: string) => {
    if (area !== 'local') return;
    for (const site of Object.keys(gather(changes))) onChange(site);
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener), { once: true });
}
