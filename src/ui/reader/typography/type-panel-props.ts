import type { Translate } from '../../../model/message-key.ts';
import type { ReaderSettings } from '../../../model/settings/reader-settings.ts';
import type { SitePreferences } from './use-site-preferences.ts';

/** What the Aa panel and its parts show and change. */
export interface TypePanelProps {
  settings: ReaderSettings;
  /** Language of the article: it decides whose typefaces are offered. */
  lang: string | null;
  translate: Translate;
  locale: string;
  /** Applied and kept at once. */
  onChange: (changed: Partial<ReaderSettings>) => void;
  /** What can be chosen for the article's site alone; null where there is no site, or nothing may be kept of it. */
  site?: SitePreferences | null;
}
