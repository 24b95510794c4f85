import { takeLatest } from '../model/take-latest.ts';
import { SETTINGS_SOURCE } from '../platform/settings-source.ts';
import { askSiteSettings, watchSiteSettings } from '../platform/site-settings.ts';
import { rememberSiteTheme, rememberTheme } from '../ui/apply-theme.ts';

/**
 * Notes a theme, for all sites or one, that was chosen in the overlay, where Recto has no page of its own, for the
 * first paint of Recto's next page. Firefox answers a page's question for settings only after that paint, but its
 * background is a page and can leave word. A service worker cannot, and need not: Chromium answers before the paint
 * (`early-theme.js`).
 */
export function rememberOverlayTheme(): void {
  if (!('localStorage' in globalThis)) return;
  const { signal } = new AbortController();
  SETTINGS_SOURCE.watch(takeLatest(SETTINGS_SOURCE.read, rememberTheme, signal), signal);
  // One after the other: of two readings at once the older might come last and be remembered.
  let last: Promise<unknown> = Promise.resolve();
  watchSiteSettings((site) => {
    const remember = async () => rememberSiteTheme(site, (await askSiteSettings(site)).style);
    // A theme that cannot be remembered holds up nothing after it.
    last = last.then(remember).catch(() => undefined);
  });
}
