import { originOf, type Site } from '../model/address/site.ts';
import { askSiteSettings, changeSiteSettings, watchSiteSettings } from '../platform/site-settings.ts';
import { sendFromPage } from './send-from-page.ts';

/**
 * The settings of single sites for the reader: reading, changing and watching them, and asking for access to a site.
 */
export const SITE_SOURCE = {
  read: askSiteSettings,
  change: changeSiteSettings,
  watch: watchSiteSettings,
  async askAlwaysOpen(site: Site): Promise<void> {
    await sendFromPage('tab.ask-permission', { wish: { kind: 'always-open', origins: [originOf(site)] } });
  },
};
