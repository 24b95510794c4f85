import { useEffect, useState } from 'preact/hooks';
import { latestOnly } from '../model/latest-only.ts';
import type { Library } from '../model/library.ts';
import type { EarlyOpening } from './open-early.ts';
import { idInAddress, type OpenedArticle, openFromAddress } from './open-from-address.ts';

/**
 * The saved article that `#<id>` in the address names, first as it was opened with the page. Follows the address, and
 * changes made in other windows. A late answer never replaces a newer one.
 */
export function useSavedArticle(library: Library, early: EarlyOpening): OpenedArticle {
  const [opened, setOpened] = useState(early.opened);
  useEffect(() => {
    const end = new AbortController();
    const begin = latestOnly(end.signal);
    const load = async () => {
      const isLatest = begin();
      const next = await openFromAddress(library);
      if (isLatest()) setOpened(next);
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
