import { useCallback, useEffect, useState } from 'preact/hooks';
import { send } from '../messaging/send.ts';
import { asRectoError } from '../model/errors/as-recto-error.ts';
import type { RectoError } from '../model/errors/recto-error.ts';
import type { SavedMetadata } from '../model/saved-article.ts';
import { linkPress } from '../ui/list/link-press.ts';

/**
 * Has the background open the page of a saved link, because it remembers the tab and so still knows the link after a
 * redirect. Saved articles are left to the browser. Also gives the last failure in the list that is shown, which `list`
 * names.
 */
export function useLinkOpening(
  list: string,
): [open: (item: SavedMetadata, press: Event) => void, error: RectoError | null] {
  const [error, setError] = useState<RectoError | null>(null);
  useEffect(() => setError(null), [list]);
  const open = useCallback((item: SavedMetadata, press: Event) => {
    const where = item.kind === 'link' ? linkPress(press) : null;
    if (where === null) return;
    press.preventDefault();
    setError(null);
    const input = where === 'behind' ? { id: item.id, behind: true } : { id: item.id };
    send('tab.open-link', input).catch((thrown: unknown) => setError(asRectoError(thrown)));
  }, []);
  return [open, error];
}
