import type { JSX } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import type { LibraryReader } from '../../../model/library.ts';
import type { SavedMetadata } from '../../../model/saved-article.ts';
import { takeLatest } from '../../../model/take-latest.ts';
import type { ListViewProps } from '../list-view-props.ts';
import { useWords } from '../words-context.ts';
import { progressOf, siteNameOf, tellLength } from './describe-item.ts';

interface ContinueReadingProps {
  items: readonly SavedMetadata[];
  hrefOf(item: SavedMetadata): string;
  onOpen: ListViewProps['onOpen'];
}

/** The last articles that were begun and not finished. Nothing is drawn while there are none. */
export function ContinueReading({ items, hrefOf, onOpen }: ContinueReadingProps): JSX.Element | null {
  const words = useWords();
  if (items.length === 0) return null;
  return (
    <section class="continue" aria-labelledby="continue-title">
      <h2 id="continue-title">{words.t('listContinue')}</h2>
      <ul>
        {items.map((item) => (
          <li key={item.id}>
            <a
              href={hrefOf(item)}
              rel="noopener noreferrer"
              lang={item.lang ?? undefined}
              dir="auto"
              onClick={(event) => onOpen?.(item, event)}
            >
              {item.title}
            </a>
            <p class="row-facts">
              <bdi class="row-site">{siteNameOf(item)}</bdi>
              <bdi>{tellLength(item, words)}</bdi>
            </p>
            <span class="row-progress" style={{ '--r-progress': progressOf(item) }} aria-hidden="true" />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** At most this many begun articles are shown above the list. */
export const CONTINUE_LIMIT = 3;

/**
 * The last articles that were begun and not finished; null until known. They are above the rows, which therefore wait
 * for them: rows that move under the pointer are pressed by mistake.
 */
export function useContinueReading(library: LibraryReader): readonly SavedMetadata[] | null {
  const [items, setItems] = useState<readonly SavedMetadata[] | null>(null);
  useLayoutEffect(() => {
    const end = new AbortController();
    const load = takeLatest(
      () => library.continueReading(CONTINUE_LIMIT),
      setItems,
      end.signal,
      // The list below says what is wrong with storage.
      () => setItems((before) => before ?? []),
    );
    load();
    library.watch(load, end.signal);
    return () => end.abort();
  }, [library]);
  return items;
}
