import { originOf, type Site } from '../model/address/site.ts';
import { browser } from '../platform/browser.ts';
import { hasAccess, watchAccess } from '../platform/host-access.ts';
import { PROBE_SCRIPT } from '../platform/injected-scripts.ts';
import { allSiteSettings, changeSiteSettings, watchSiteSettings } from '../platform/site-settings.ts';

/** Makes the pages of a site always open in the reader. Access must have been given. */
export async function alwaysOpen(site: Site): Promise<void> {
  await changeSiteSettings(site, { alwaysOpen: true });
  await registerProbes();
}

/**
 * Applies the choices made in the reader and in settings, and access that the person takes back in the browser's own
 * pages.
 */
export function listenForSites(): void {
  watchSiteSettings(() => void registerProbes());
  watchAccess((change) => {
    // If storage refuses, there is still no access, and so no probe.
    if (change === 'removed') void forgetUnreachable().catch(registerProbes);
  });
}

/**
 * Forgets chosen sites without access. Access to all sites may have been how a site was reached, so every chosen one is
 * checked, not only the named ones.
 */
async function forgetUnreachable(): Promise<void> {
  for (const site of await chosenSites()) {
    if (!(await hasAccess([originOf(site)]))) await changeSiteSettings(site, { alwaysOpen: false });
  }
  await registerProbes();
}

async function chosenSites(): Promise<Site[]> {
  const chosen = Object.entries(await allSiteSettings()).filter(([, { alwaysOpen }]) => alwaysOpen);
  return chosen.map(([site]) => site);
}

/** One after the other: two that overlap would both add the same probe, which browsers refuse. */
let registering: Promise<void> = Promise.resolve();

/**
 * Registers probes for the chosen sites with access, and no others. Run it also at install and update: browsers forget
 * registered scripts when an extension changes.
 */
export function registerProbes(): Promise<void> {
  // If it is refused, the next change or browser start tries again.
  registering = registering.then(register).catch(() => undefined);
  return registering;
}

async function register(): Promise<void> {
  const reachable: Site[] = [];
  for (const site of await chosenSites()) if (await hasAccess([originOf(site)])) reachable.push(site);
  await setProbes(reachable);
}

const PREFIX = 'probe.';

/** Runs the probe on the pages of these sites, and on no others. Recto must have access to them. */
async function setProbes(sites: readonly Site[]): Promise<void> {
  const registered = await browser.scripting.getRegisteredContentScripts();
  const known = registered.map(({ id }) => id).filter((id) => id.startsWith(PREFIX));
  const wanted = sites.map((site) => PREFIX + site);
  const gone = known.filter((id) => !wanted.includes(id));
  const added = sites.filter((site) => !known.includes(PREFIX + site));
  if (gone.length > 0) await browser.scripting.unregisterContentScripts({ ids: gone });
  if (added.length > 0) await browser.scripting.registerContentScripts(added.map(probeOf));
}

const probeOf = (site: Site) => ({
  id: PREFIX + site,
  matches: [originOf(site)],
  js: [PROBE_SCRIPT],
  runAt: 'document_idle' as const,
  persistAcrossSessions: true,
});
