import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { asRectoError } from '../model/as-recto-error.ts';
import type { LibraryReader, TagCount } from '../model/library.ts';
import type { RectoError } from '../model/recto-error.ts';
import { ErrorNotice } from '../ui/list/error-notice.tsx';
import { useWords } from '../ui/list/words-context.ts';
import { tagHref } from './use-section.ts';

/** All tags by name, each leading to its articles. */
export function TagList({ library }: { library: LibraryReader }): JSX.Element | null {
  const words = useWords();
  const [tags, setTags] = useState<TagCount[] | null>(null);
  const [error, setError] = useState<RectoError | null>(null);
  useEffect(() => {
    const end = new AbortController();
    const load = () =>
      library.tags().then(
        (found) => end.signal.aborted || setTags(found),
        (thrown) => end.signal.aborted || setError(asRectoError(thrown)),
      );
    void load();
    library.watch(load, end.signal);
    return () => end.abort();
  }, [library]);
  if (error) return <ErrorNotice error={error} />;
  if (!tags) return null;
  if (tags.length === 0) {
    return (
      <div class="list-view">
        <div class="empty">
          <p class="empty-title">{words.t('listEmptyTags')}</p>
          <p>{words.t('listEmptyTagsHow')}</p>
        </div>
      </div>
    );
  }
  return (
    <ul class="tag-list">
      {tags.map(({ name, count }) => (
        <li key={name}>
          <a href={tagHref(name)}>
            <bdi>{name}</bdi>
          </a>
          <span class="rail-count">{words.number(count)}</span>
        </li>
      ))}
    </ul>
  );
}
