import { originOf, type Site } from '../model/site.ts';
import { askSiteSettings, changeSiteSettings, watchSiteSettings } from '../platform/site-settings.ts';
import { sendFromPage } from './send-from-page.ts';

/** How the reader keeps the settings of single sites, and asks for access to one. */
export const SITE_SOURCE = {
  read: askSiteSettings,
  change: changeSiteSettings,
  watch: watchSiteSettings,
  async askAlwaysOpen(site: Site): Promise<void> {
    await sendFromPage('tab.ask-permission', { wish: { kind: 'always-open', origins: [originOf(site)] } });
  },
};
