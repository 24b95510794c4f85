import type { Library } from '../model/library.ts';
import { type Site, siteOf } from '../model/site.ts';
import type { SiteSettings } from '../model/site-settings.ts';
import { idInAddress, type OpenedArticle, openFromAddress } from './open-from-address.ts';

/** What the page was opened for, read before there is anything to draw it in. */
export interface EarlyOpening {
  opened: OpenedArticle;
  /** What is set for the article's site; null where it has none. */
  site: SiteSettings | null;
  /** Whether the article or the address has changed since. To be asked once, by who watches from then on. */
  isOutdated(): boolean;
}

/**
 * Reads the article and what is set for its site at once, while the page's own settings are read: drawn first and read
 * afterwards, each would wait for a frame of the one before.
 *
 * @param id the article's, when the address does not name it yet.
 */
export async function openEarly(
  library: Library,
  readSite: (site: Site) => Promise<SiteSettings>,
  id = idInAddress(),
): Promise<EarlyOpening> {
  const end = new AbortController();
  let changed = false;
  library.watch(({ ids }) => {
    changed ||= ids === null || ids.includes(id);
  }, end.signal);
  const opened = await openFromAddress(library, id);
  const site = opened.kind === 'opened' ? siteOf(opened.saved.metadata.url) : null;
  return {
    opened,
    site: site === null ? null : await readSite(site),
    isOutdated() {
      end.abort();
      return changed || idInAddress() !== id;
    },
  };
}
