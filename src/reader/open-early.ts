import { useEffect, useRef, useState } from 'preact/hooks';
import { type Site, siteOf } from '../model/address/site.ts';
import { asRectoError } from '../model/errors/as-recto-error.ts';
import { RectoError } from '../model/errors/recto-error.ts';
import { latestOnly } from '../model/latest-only.ts';
import type { Library } from '../model/library.ts';
import type { SavedPicture } from '../model/pictures/picture.ts';
import type { SavedArticle } from '../model/saved-article.ts';
import type { SiteSettings } from '../model/settings/site-settings.ts';
import { NOTE_IN_ADDRESS, TAGS_IN_ADDRESS } from '../platform/own-pages.ts';
import type { GoTo } from '../ui/highlights/highlight-tools.ts';

/** The article in the address of the reader, or why it could not be opened. */
export type OpenedArticle =
  | { kind: 'opened'; saved: SavedArticle; pictures: SavedPicture[] }
  | { kind: 'failed'; error: RectoError };

/** The article of the reader's address, read before the page is drawn. */
export interface EarlyOpening {
  opened: OpenedArticle;
  /** The settings of the article's site; null when the article was not opened or its address has no site. */
  site: SiteSettings | null;
  /**
   * Whether the article or the address has changed since. To be asked once, when the caller begins to watch for changes
   * itself.
   */
  isOutdated(): boolean;
}

/**
 * Reads the article and the settings of its site while the page's own settings are read. If the page were drawn first,
 * each of them would wait for a frame.
 *
 * @param id the article's id, for when the address does not have it yet.
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
 * The saved article with the id in the address (`#<id>`), at first as `early` has it. Follows changes of the address,
 * and of the article in other windows. A late answer never replaces a newer one.
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
    // Changes while an article is being read lead to one more reading, however many they are: pictures are stored one
    // by one, and each reading reads all of them.
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
    // If this fails, the article is only missing in "Continue reading".
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
 * Reads an article with its pictures. What cannot be read stays as in `before`, if that is the same article, because
 * somebody is reading it or writing a note.
 */
async function openFromAddress(library: Library, id: string, before?: OpenedArticle): Promise<OpenedArticle> {
  const shown = before?.kind === 'opened' && before.saved.metadata.id === id ? before : null;
  try {
    // The article is shown also when its pictures cannot be read.
    const reading = library.openPictures(id).catch(() => shown?.pictures ?? []);
    const [saved, pictures] = await Promise.all([library.open(id), reading]);
    return saved ? { kind: 'opened', saved, pictures } : { kind: 'failed', error: new RectoError('not-found') };
  } catch (thrown) {
    return shown ?? { kind: 'failed', error: asRectoError(thrown) };
  }
}

/** The article's id in the fragment of an address, `#<id>`; empty when there is none. */
export const idInAddress = ({ hash }: { hash: string } = location): string => hash.slice(1).split('/')[0] ?? '';

const placeInAddress = (): string | null => location.hash.split('/')[1] ?? null;

/**
 * The highlight in the fragment of the page's address, `#<id>/<highlight>`, with `/note` where its note is to be typed;
 * null when there is none.
 */
export function highlightInAddress(): GoTo | null {
  const id = areTagsInAddress() ? null : placeInAddress();
  return id === null ? null : { id, note: location.hash.split('/')[2] === NOTE_IN_ADDRESS };
}

/** Whether the page's address asks for the dialog of tags. */
export const areTagsInAddress = (): boolean => placeInAddress() === TAGS_IN_ADDRESS;
