import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { type Site, siteOfOrigin } from '../model/address/site.ts';
import { asRectoError } from '../model/errors/as-recto-error.ts';
import type { RectoError } from '../model/errors/recto-error.ts';
import { NO_SITE_SETTINGS, type SiteSettings } from '../model/settings/site-settings.ts';
import { sortByName } from '../model/text/sort-by-name.ts';
import { dropAccess, grantedOrigins, watchAccess } from '../platform/host-access.ts';
import { allSiteSettings, changeSiteSettings, watchSiteSettings } from '../platform/site-settings.ts';
import { rememberSiteTheme } from '../ui/apply-theme.ts';
import { Button } from '../ui/button.tsx';
import { isSecondPress } from '../ui/is-second-press.ts';
import { ErrorNotice } from '../ui/list/error-notice.tsx';
import { TryAgain } from '../ui/list/list-foot.tsx';
import { useWords } from '../ui/list/words-context.ts';
import { useStored } from './use-stored.ts';

interface ListedSite {
  /** Null for access to all sites. */
  site: Site | null;
  settings: SiteSettings;
  /** Match patterns that were granted for it. */
  origins: string[];
}

function watchSites(onChange: () => void, signal: AbortSignal): void {
  watchSiteSettings(onChange, signal);
  watchAccess(onChange, signal);
}

/**
 * Every site that has settings of its own or that Recto may access. All of it can be seen, cleared and revoked here.
 */
export function SitesSettings(): JSX.Element {
  const { t } = useWords();
  const { value, unread, readAgain } = useStored(listSites, watchSites);
  const sites = value ?? [];
  const [error, setError] = useState<RectoError | null>(null);
  const forgetAll = (forgotten: readonly ListedSite[]) => {
    setError(null);
    Promise.all(forgotten.map(forget)).catch((thrown) => setError(asRectoError(thrown)));
  };

  return (
    <section aria-labelledby="settings-sites">
      <h2 id="settings-sites">{t('settingsSites')}</h2>
      {error && <ErrorNotice error={error} />}
      <TryAgain error={unread} onPress={readAgain} />
      {value?.length === 0 && !unread && <p class="quiet">{t('settingsSitesNone')}</p>}
      <ul class="sites">
        {sites.map((listed) => (
          <SiteItem key={listed.site ?? ''} listed={listed} onForget={() => forgetAll([listed])} />
        ))}
      </ul>
      {sites.length > 1 && (
        <p class="backup-actions">
          <Button label={t('settingsSitesForgetAll')} onPress={() => forgetAll(sites)} />
        </p>
      )}
    </section>
  );
}

function SiteItem({ listed, onForget }: { listed: ListedSite; onForget(): void }): JSX.Element {
  const { t } = useWords();
  const name = listed.site ?? t('permissionAllSites');
  return (
    <li>
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
        onPress={(event) => isSecondPress(event) || onForget()}
      />
    </li>
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
  return sortByName(names, (site) => site ?? '').map((site) => ({
    site,
    settings: (site === null ? null : kept[site]) ?? NO_SITE_SETTINGS,
    origins: granted.filter((origin) => siteOfOrigin(origin) === site),
  }));
}

async function forget({ site, origins }: ListedSite): Promise<void> {
  if (site !== null) {
    await changeSiteSettings(site, NO_SITE_SETTINGS);
    // Chromium's background cannot clear what it noted, and the site may never be opened again.
    rememberSiteTheme(site, null);
  }
  if (origins.length > 0) await dropAccess(origins);
}
