import { takeLatest } from '../model/take-latest.ts';
import { SETTINGS_SOURCE } from '../platform/settings-source.ts';
import { askSiteSettings, watchSiteSettings } from '../platform/site-settings.ts';
import { rememberSiteTheme, rememberTheme } from '../ui/apply-theme.ts';

/**
 * Remembers a theme, for all sites or for one, that was chosen in the overlay, where Recto has no page of its own, for
 * the first paint of Recto's next page.
 *
 * Firefox answers a page's request for settings only after that paint, but its background is a page and can store the
 * theme where the next page finds it. A service worker cannot, and need not: Chromium answers before the paint
 * (`early-theme.js`).
 */
export function rememberOverlayTheme(): void {
  if (!('localStorage' in globalThis)) return;
  const { signal } = new AbortController();
  SETTINGS_SOURCE.watch(takeLatest(SETTINGS_SOURCE.read, rememberTheme, signal), signal);
  // One after the other: of two overlapping readings the older might arrive last and be stored.
  let last: Promise<unknown> = Promise.resolve();
  watchSiteSettings((site) => {
    const remember = async () => rememberSiteTheme(site, (await askSiteSettings(site)).style);
    // A theme that cannot be remembered holds up nothing after it.
    last = last.then(remember).catch(() => undefined);
  });
}
