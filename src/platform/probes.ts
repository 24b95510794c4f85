import { originOf, type Site } from '../model/site.ts';
import { browser } from './browser.ts';
import { PROBE_SCRIPT } from './injected-scripts.ts';

const PREFIX = 'probe.';

/** Runs the probe on the pages of these sites, and on no others. Recto must have access to them. */
export async function setProbes(sites: readonly Site[]): Promise<void> {
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
