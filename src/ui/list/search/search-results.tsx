import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { isolateName } from '../../../model/text/isolate-name.ts';
import { useWords } from '../words-context.ts';
import type { Search } from './use-search.ts';

interface SearchResultsProps {
  search: Search;
  rows: JSX.Element[];
}

/** How many were found, and the rows; more come when their end is in sight. */
export function SearchResults({ search, rows }: SearchResultsProps): JSX.Element {
  const words = useWords();
  const end = useRef<HTMLLIElement>(null);
  const { text, hits, more, loadMore } = search;
  useEffect(() => {
    if (!more || !end.current || typeof IntersectionObserver === 'undefined') return;
    const watcher = new IntersectionObserver(
      (seen) => seen.some(({ isIntersecting }) => isIntersecting) && loadMore(),
      {
        rootMargin: '400px',
      },
    );
    watcher.observe(end.current);
    return () => watcher.disconnect();
  }, [more, loadMore]);
  const count = hits?.length ?? 0;
  const told = more ? words.t('listFoundMore', words.number(count)) : words.count('listFound', count);
  return (
    <>
      <p class="found" role="status">
        {hits === null ? '' : count === 0 ? words.t('listFoundNothing', isolateName(text, words.dir)) : told}
      </p>
      <ul class="rows rows-flow" aria-label={words.t('listResults')}>
        {rows}
        {more && <li ref={end} class="rows-end" aria-hidden="true" />}
      </ul>
    </>
  );
}
