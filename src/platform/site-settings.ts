import { type Site, siteOf } from '../model/address/site.ts';
import { DEFAULT_READER_SETTINGS, type StyleSettings, styleOf } from '../model/settings/reader-settings.ts';
import { NO_SITE_SETTINGS, parseSiteSettings, type SiteSettings } from '../model/settings/site-settings.ts';
import { browser } from './browser.ts';
import { watchStorage } from './watch-storage.ts';

/**
 * One storage item per site and setting, `site.news.example/style`, so that two windows that change different ones do
 * not undo each other's. A setting that is as on every site has none.
 *
 * A style is one item as it was when the site got it. Choices since lie beside it, one by one:
 * `site.news.example/style/theme`.
 *
 * Formerly all settings of a site were one item, `site.news.example`. It counts for settings without an item of their
 * own, and is split when something of the site changes.
 */
const PREFIX = 'site.';
const FIELDS = Object.keys(NO_SITE_SETTINGS) as (keyof SiteSettings)[];
const STYLE_FIELDS = Object.keys(styleOf(DEFAULT_READER_SETTINGS));
const keyOf = (site: Site, field: string): string => `${PREFIX}${site}/${field}`;
const chosenKey = (site: Site, choice: string): string => keyOf(site, `style/${choice}`);

/** Reads what is kept for a site. Rejects when the storage does not answer. */
export const askSiteSettings = async (site: Site): Promise<SiteSettings> =>
  parseSiteSettings(gather(await readItems(site))[site]);

/** The same for the first time; nothing when the storage does not answer. */
export const readSiteSettings = (site: Site): Promise<SiteSettings> =>
  askSiteSettings(site).catch(() => NO_SITE_SETTINGS);

const readItems = (site: Site): Promise<Record<string, unknown>> =>
  browser.storage.local.get([PREFIX + site, ...FIELDS.map((field) => keyOf(site, field)), ...chosenKeys(site)]);

const chosenKeys = (site: Site): string[] => STYLE_FIELDS.map((choice) => chosenKey(site, choice));

/** What storage items hold for each site. */
function gather(items: Record<string, unknown>): Record<Site, Record<string, unknown>> {
  const sites: Record<Site, Record<string, unknown>> = {};
  const chosen: Record<Site, Record<string, unknown>> = {};
  for (const [key, value] of Object.entries(items)) {
    if (!key.startsWith(PREFIX)) continue;
    const [site = '', field, choice] = key.slice(PREFIX.length).split('/');
    const known = sites[site];
    if (choice !== undefined) {
      sites[site] = { ...known };
      chosen[site] = { ...chosen[site], [choice]: value };
    } else if (field !== undefined) sites[site] = { ...known, [field]: value };
    else sites[site] = typeof value === 'object' ? { ...value, ...known } : { ...known };
  }
  for (const [site, stored] of Object.entries(sites)) {
    const { style } = stored;
    // A choice made in one window does not count if another window has removed the style before.
    if (typeof style === 'object' && style !== null) stored['style'] = { ...style, ...chosen[site] };
  }
  return sites;
}

/** Selector of what the person picked as the article on pages of an address's site; null where nothing was. */
export async function readPickedBlock(url: string | null): Promise<string | null> {
  const site = siteOf(url);
  return site && (await readSiteSettings(site)).block;
}

/**
 * Stores the given settings of a site and leaves the rest. If the style changes, `chosen` is what was chosen just now:
 * another window may have chosen other parts of it differently. Throws when storage refuses. Never call it for a
 * private window.
 */
export async function changeSiteSettings(
  site: Site,
  changed: Partial<SiteSettings>,
  chosen: Partial<StyleSettings> | null = null,
): Promise<void> {
  const whole = PREFIX + site;
  const items = await readItems(site);
  if (chosen && !(whole in items) && gather(items)[site]?.['style'])
    return browser.storage.local.set(chosenItems(site, chosen));
  const next: Partial<SiteSettings> =
    whole in items ? { ...parseSiteSettings(gather(items)[site]), ...changed } : changed;
  const given = FIELDS.filter((field) => field in next);
  const kept = given.filter((field) => next[field] !== NO_SITE_SETTINGS[field]);
  // A whole new style replaces earlier single choices.
  const past = Object.entries(next.style ?? {}).filter(([choice]) => chosenKey(site, choice) in items);
  await browser.storage.local.set({
    ...Object.fromEntries(kept.map((field) => [keyOf(site, field), next[field]])),
    ...chosenItems(site, Object.fromEntries(past)),
  });
  const gone = given.filter((field) => !kept.includes(field)).map((field) => keyOf(site, field));
  await browser.storage.local.remove([whole, ...gone, ...(next.style === null ? chosenKeys(site) : [])]);
}

const chosenItems = (site: Site, chosen: Partial<StyleSettings>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(chosen).map(([choice, value]) => [chosenKey(site, choice), value]));

/** Every site with settings of its own. */
export async function allSiteSettings(): Promise<Record<Site, SiteSettings>> {
  const sites = Object.entries(gather(await browser.storage.local.get(null)));
  return Object.fromEntries(sites.map(([site, stored]) => [site, parseSiteSettings(stored)]));
}

/** Calls back when something changed for a site, in any window, until the signal aborts. */
export function watchSiteSettings(onChange: (site: Site) => void, signal = new AbortController().signal): void {
  const tell = (changes: Record<string, unknown>) => {
    for (const site of Object.keys(gather(changes))) onChange(site);
  };
  watchStorage('local', tell, signal);
}
