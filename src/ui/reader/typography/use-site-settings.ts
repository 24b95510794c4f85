import { useEffect, useRef, useState } from 'preact/hooks';
import type { Site } from '../../../model/address/site.ts';
import type { StyleSettings } from '../../../model/settings/reader-settings.ts';
import { NO_SITE_SETTINGS, type SiteSettings } from '../../../model/settings/site-settings.ts';
import { takeLatest } from '../../../model/take-latest.ts';

/** Where the settings of single sites are kept. */
export interface SiteSource {
  /** Rejects when they cannot be read now; what was read before stays valid. */
  read(site: Site): Promise<SiteSettings>;
  /** `chosen` is what was chosen just now of a changed style: the rest may differ by now. */
  change(site: Site, changed: Partial<SiteSettings>, chosen?: Partial<StyleSettings>): Promise<void>;
  watch(onChange: (site: Site) => void, signal: AbortSignal): void;
  /** Asks for the access that always opening a site needs; the setting follows once access is given. */
  askAlwaysOpen(site: Site): Promise<void>;
}

/** What is kept of a site. */
interface KeptSettings {
  /** As they are drawn; null until they are known. */
  own: SiteSettings | null;
  /** As they are from now on: of two changes in one turn, the second is made before the first is drawn. */
  present(): SiteSettings;
  /** Changes them at once here, and in storage after all earlier changes. `chosen` is as for `SiteSource`. */
  keep(changed: Partial<SiteSettings>, chosen?: Partial<StyleSettings>): void;
}

/** Follows the settings of a site; `first` are those that were read before, `onUnkept` hears that a change was not kept. */
export function useSiteSettings(
  site: Site | null,
  source: SiteSource,
  first: SiteSettings | null,
  onUnkept: () => void,
): KeptSettings {
  const [held, setHeld] = useState(site && first ? { site, found: first } : null);
  const latest = useRef(held);
  const hold = (site: Site, found: SiteSettings) => {
    latest.current = { site, found };
    setHeld(latest.current);
  };
  // One after the other. What is read during a write may be older than what is shown, so it is read again after the
  // write: another window may have changed the settings meanwhile.
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
    // Even if they were read before: in a background page effects run late, and until then no change was noticed.
    load();
    source.watch((changed) => changed === site && load(), end.signal);
    return () => end.abort();
  }, [site, source]);

  const present = () => (latest.current?.site === site ? latest.current.found : NO_SITE_SETTINGS);
  return {
    own: held?.site === site ? held.found : null,
    present,
    keep(changed, chosen) {
      if (site === null) return;
      hold(site, { ...present(), ...changed });
      const { current } = writes;
      current.count += 1;
      current.last = current.last
        .then(() => source.change(site, changed, chosen))
        .catch(onUnkept)
        .then(() => {
          current.count -= 1;
          if (current.count > 0) return;
          current.again?.();
          current.again = null;
        });
    },
  };
}
