import { useEffect, useRef, useState } from 'preact/hooks';
import { asRectoError } from '../../model/as-recto-error.ts';
import type { ErrorCode } from '../../model/error-code.ts';
import { partChange, type ReaderSettings, type StyleSettings, styleOf } from '../../model/reader-settings.ts';
import type { Site } from '../../model/site.ts';
import { NO_SITE_SETTINGS, type SiteSettings, settingsOnSite } from '../../model/site-settings.ts';
import { takeLatest } from '../../model/take-latest.ts';

/** Where the settings of single sites are kept. */
interface SiteSource {
  /** Rejects when they cannot be read now; what was read before stays valid. */
  read(site: Site): Promise<SiteSettings>;
  /** `chosen` is what was chosen just now of a changed style: the rest may differ by now. */
  change(site: Site, changed: Partial<SiteSettings>, chosen?: Partial<StyleSettings>): Promise<void>;
  watch(onChange: (site: Site) => void, signal: AbortSignal): void;
  /** Asks for the access that always opening a site needs; the setting follows once access is given. */
  askAlwaysOpen(site: Site): Promise<void>;
}

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
 * The settings as they are on a site, and where a change goes: to the site when it has a style of its own, else to all.
 * `site` is null without a site, and in private windows, where nothing may be kept. `first` avoids the wait where the
 * site's settings were read before.
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
  const [own, setOwn] = useState(site && first ? { site, found: first } : null);
  // The settings from now on: of two changes in one turn the second is made before the first is drawn.
  const latest = useRef(own);
  const hold = (site: Site, found: SiteSettings) => {
    latest.current = { site, found };
    setOwn(latest.current);
  };
  // One after the other. A reading that ends during a write may be older than what is shown, and is repeated after
  // it: another window may have changed the settings meanwhile.
  const writes = useRef<{ count: number; last: Promise<void>; again: (() => void) | null }>({
    count: 0,
    last: Promise.resolve(),
    again: null,
  });
  useEffect(() => {
    if (site === null) return;
    const end = new AbortController();
    const take = (found: SiteSettings) => {
      if (writes.current.count === 0) hold(site, found);
      else writes.current.again = load;
    };
    const fail = () => latest.current?.site === site || take(NO_SITE_SETTINGS);
    const load = takeLatest(() => source.read(site), take, end.signal, fail);
    // Also where they were read before: in a background page effects run late, and nobody heard of changes until
    // then.
    load();
    source.watch((changed) => changed === site && load(), end.signal);
    return () => end.abort();
  }, [site, source]);

  if (site === null) return { ...all, site: null, known: true };
  const known = own?.site === site;
  const shown = known ? own.found : NO_SITE_SETTINGS;
  const settings = settingsOnSite(all.settings, shown);
  const present = () => (latest.current?.site === site ? latest.current.found : NO_SITE_SETTINGS);
  const keep = (changed: Partial<SiteSettings>, chosen?: Partial<StyleSettings>) => {
    hold(site, { ...present(), ...changed });
    const { current } = writes;
    current.count += 1;
    current.last = current.last
      .then(() => source.change(site, changed, chosen))
      .catch(() => all.fail('settings-unkept'))
      .then(() => {
        current.count -= 1;
        if (current.count > 0) return;
        current.again?.();
        current.again = null;
      });
  };
  return {
    settings,
    known,
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
