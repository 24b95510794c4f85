import type { Site } from '../address/site.ts';
import { asRecord } from '../parsing/as-record.ts';
import { parseReaderSettings, type ReaderSettings, type StyleSettings, styleOf } from './reader-settings.ts';

/** What is kept for one site alone. */
export interface SiteSettings {
  /** Its articles open in the reader by themselves; needs access to the site. */
  alwaysOpen: boolean;
  /** How its articles are set, where that differs from all others; null when it does not. */
  style: StyleSettings | null;
  /** Selector of the element that the person picked as the article; null where Recto chooses. */
  block: string | null;
}

/** A site and what is kept for it. */
export interface SiteWithSettings {
  name: Site;
  settings: SiteSettings;
}

/** A longer selector is not kept: neither a picked one (selector-of.ts) nor one that storage holds. */
export const LONGEST_SELECTOR = 1_000;

/** What holds on a site that has nothing of its own. */
export const NO_SITE_SETTINGS: SiteSettings = { alwaysOpen: false, style: null, block: null };

/** Reads them from storage; what is damaged falls back by itself. */
export function parseSiteSettings(value: unknown): SiteSettings {
  const { alwaysOpen, style, block } = asRecord(value);
  return {
    alwaysOpen: alwaysOpen === true,
    style: typeof style === 'object' && style !== null ? styleOf(parseReaderSettings(style)) : null,
    block: typeof block === 'string' && block !== '' && block.length <= LONGEST_SELECTOR ? block : null,
  };
}

/** The settings as they are on a site. */
export const settingsOnSite = (all: ReaderSettings, { style }: SiteSettings): ReaderSettings => ({ ...all, ...style });
