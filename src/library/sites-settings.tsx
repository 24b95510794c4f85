import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { type Site, siteOfOrigin } from '../model/site.ts';
import { NO_SITE_SETTINGS, type SiteSettings } from '../model/site-settings.ts';
import { dropAccess, grantedOrigins, watchAccess } from '../platform/host-access.ts';
import { allSiteSettings, changeSiteSettings, watchSiteSettings } from '../platform/site-settings.ts';
import { Button } from '../ui/button.tsx';
import { useWords } from '../ui/list/words-context.ts';

interface ListedSite {
  /** Null for access to all sites. */
  site: Site | null;
  settings: SiteSettings;
  /** Match patterns that were granted for it. */
  origins: string[];
}

/** Every site that has something of its own or that Recto may reach: here all of it is seen, cleared and revoked. */
export function SitesSettings(): JSX.Element {
  const { t } = useWords();
  const [sites, setSites] = useState<ListedSite[]>([]);
  useEffect(() => {
    const end = new AbortController();
    const load = () =>
      void listSites().then((found) => {
        if (!end.signal.aborted) setSites(found);
      });
    load();
    watchSiteSettings(load, end.signal);
    watchAccess(load, end.signal);
    return () => end.abort();
  }, []);

  return (
    <section aria-labelledby="settings-sites">
      <h2 id="settings-sites">{t('settingsSites')}</h2>
      {sites.length === 0 && <p class="quiet">{t('settingsSitesNone')}</p>}
      <ul class="sites">
        {sites.map((listed) => {
          const name = listed.site ?? t('permissionAllSites');
          return (
            <li key={name}>
              <span>
                <bdi>{name}</bdi>
                <small>
                  {facts(listed)
                    .map((fact) => t(fact))
                    .join(' · ')}
                </small>
              </span>
              <Button
                label={t('settingsSiteForget')}
                name={t('settingsSiteForgetNamed', name)}
                onPress={() => void forget(listed)}
              />
            </li>
          );
        })}
      </ul>
      {sites.length > 1 && (
        <p>
          <Button label={t('settingsSitesForgetAll')} onPress={() => void Promise.all(sites.map(forget))} />
        </p>
      )}
    </section>
  );
}

const facts = ({ settings, origins }: ListedSite) => [
  ...(settings.alwaysOpen ? (['settingsSiteAlwaysOpens'] as const) : []),
  ...(settings.style ? (['settingsSiteOwnStyle'] as const) : []),
  ...(settings.block !== null ? (['settingsSiteBlock'] as const) : []),
  ...(origins.length > 0 ? (['settingsSiteAccess'] as const) : []),
];

async function listSites(): Promise<ListedSite[]> {
  const [kept, granted] = await Promise.all([allSiteSettings(), grantedOrigins()]);
  const names = new Set<Site | null>([...Object.keys(kept), ...granted.map(siteOfOrigin)]);
  return [...names]
    .sort((a, b) => (a ?? '').localeCompare(b ?? ''))
    .map((site) => ({
      site,
      settings: (site === null ? null : kept[site]) ?? NO_SITE_SETTINGS,
      origins: granted.filter((origin) => siteOfOrigin(origin) === site),
    }));
}

async function forget({ site, origins }: ListedSite): Promise<void> {
  if (site !== null) await changeSiteSettings(site, NO_SITE_SETTINGS);
  if (origins.length > 0) await dropAccess(origins);
}
