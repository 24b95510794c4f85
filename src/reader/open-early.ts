import { useEffect, useRef, useState } from 'preact/hooks';
import { asRectoError } from '../model/as-recto-error.ts';
import { latestOnly } from '../model/latest-only.ts';
import type { Library } from '../model/library.ts';
import type { SavedPicture } from '../model/picture.ts';
import { RectoError } from '../model/recto-error.ts';
import type { SavedArticle } from '../model/saved-article.ts';
import { type Site, siteOf } from '../model/site.ts';
import type { SiteSettings } from '../model/site-settings.ts';

/** What the address of the reader tab leads to. */
export type OpenedArticle =
  | { kind: 'opened'; saved: SavedArticle; pictures: SavedPicture[] }
  | { kind: 'failed'; error: RectoError };

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

/**
 * The saved article that `#<id>` in the address names, first as it was opened with the page. Follows the address, and
 * changes made in other windows. A late answer never replaces a newer one.
 */
export function useSavedArticle(library: Library, early: EarlyOpening): OpenedArticle {
  const [opened, setOpened] = useState(early.opened);
  const latest = useRef(opened);
  latest.current = opened;
  useEffect(() => {
    const end = new AbortController();
    const begin = latestOnly(end.signal);
    let loading: string | null = null;
    let isAsked = false;
    // What is being read is read again afterwards, however often it changes: pictures are kept one by one, and all of them
    // are read each time.
    const load = async () => {
      const id = idInAddress();
      isAsked = true;
      if (loading === id) return;
      const isLatest = begin();
      for (loading = id; isAsked; ) {
        isAsked = false;
        const next = await openFromAddress(library, id, latest.current);
        if (!isLatest()) return;
        latest.current = next;
        setOpened(next);
      }
      loading = null;
    };
    // All that is missing then is a line in "Continue reading".
    const note = () => library.markOpened(idInAddress()).catch(() => undefined);
    const open = () => void load().then(note);
    window.addEventListener('hashchange', open, { signal: end.signal });
    library.watch(({ ids }) => {
      if (ids === null || ids.includes(idInAddress())) void load();
    }, end.signal);
    if (early.isOutdated()) open();
    else void note();
    return () => end.abort();
  }, [library, early]);
  return opened;
}

/**
 * Reads an article with its pictures. What is shown `before`, if it is that article, stands as far as it cannot be read
 * again: somebody is reading it, or writing a note in it.
 */
async function openFromAddress(library: Library, id: string, before?: OpenedArticle): Promise<OpenedArticle> {
  const shown = before?.kind === 'opened' && before.saved.metadata.id === id ? before : null;
  try {
    // An article whose pictures cannot be read is still there to be read.
    const reading = library.openPictures(id).catch(() => shown?.pictures ?? []);
    const [saved, pictures] = await Promise.all([library.open(id), reading]);
    return saved ? { kind: 'opened', saved, pictures } : { kind: 'failed', error: new RectoError('not-found') };
  } catch (thrown) {
    return shown ?? { kind: 'failed', error: asRectoError(thrown) };
  }
}

/** The id of the article that the fragment names; empty for none. */
export const idInAddress = ({ hash }: { hash: string } = location): string => hash.slice(1).split('/')[0] ?? '';

/** `#<id>/<highlight>`: the highlight to go to; null when none is named. */
export const highlightInAddress = (): string | null => location.hash.split('/')[1] ?? null;
