import type { Site } from '../../../model/address/site.ts';
import { asRectoError } from '../../../model/errors/as-recto-error.ts';
import type { ErrorCode } from '../../../model/errors/error-code.ts';
import { partChange, type ReaderSettings, styleOf } from '../../../model/settings/reader-settings.ts';
import { NO_SITE_SETTINGS, type SiteSettings, settingsOnSite } from '../../../model/settings/site-settings.ts';
import { type SiteSource, useSiteSettings } from './use-site-settings.ts';

export interface SitePreferences {
  site: Site;
  alwaysOpens: boolean;
  hasOwnStyle: boolean;
  setAlwaysOpen(on: boolean): void;
  /**
   * On: the site takes the present style as its own, and later changes are for it alone. Off: it looks like all others.
   */
  setOwnStyle(on: boolean): void;
}

export interface PreferencesOnSite {
  settings: ReaderSettings;
  change: (changed: Partial<ReaderSettings>) => void;
  site: SitePreferences | null;
  /** False until the site's own settings are known. */
  known: boolean;
}

/**
 * The settings as they are on a site, and where a change goes: to the site if it has a style of its own, else to all
 * sites. `site` is null without a site, and in private windows, where nothing may be stored. `first` avoids the wait if
 * the site's settings have been read before.
 */
export function useSitePreferences(
  all: {
    settings: ReaderSettings;
    change: (changed: Partial<ReaderSettings>) => void;
    /** Hears what could not be kept or asked for. */
    fail: (code: ErrorCode) => void;
  },
  site: Site | null,
  source: SiteSource,
  first: SiteSettings | null = null,
): PreferencesOnSite {
  const { own, present, keep } = useSiteSettings(site, source, first, () => all.fail('settings-unkept'));
  if (site === null) return { ...all, site: null, known: true };
  const shown = own ?? NO_SITE_SETTINGS;
  return {
    settings: settingsOnSite(all.settings, shown),
    known: own !== null,
    change(changed) {
      const { style, rest } = partChange(changed);
      const ownStyle = present().style;
      if (ownStyle === null) return all.change(changed);
      if (Object.keys(style).length > 0) keep({ style: { ...ownStyle, ...style } }, style);
      if (Object.keys(rest).length > 0) all.change(rest);
    },
    site: {
      site,
      alwaysOpens: shown.alwaysOpen,
      hasOwnStyle: shown.style !== null,
      setOwnStyle: (on) => keep({ style: on ? styleOf(settingsOnSite(all.settings, present())) : null }),
      setAlwaysOpen(on) {
        if (on) source.askAlwaysOpen(site).catch((thrown) => all.fail(asRectoError(thrown).code));
        else keep({ alwaysOpen: false });
      },
    },
  };
}
