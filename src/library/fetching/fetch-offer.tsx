import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { asRectoError } from '../../model/as-recto-error.ts';
import type { RectoError } from '../../model/recto-error.ts';
import { ErrorNotice } from '../../ui/list/error-notice.tsx';
import { useWords } from '../../ui/list/words-context.ts';
import type { ArticleFetching } from './article-fetching.ts';
import { FetchNotice } from './fetch-notice.tsx';
import { useFetching } from './use-fetching.ts';

/** Offers to fetch the articles of saved links, where there are any; then tells how far that is. */
export function FetchOffer({ fetching }: { fetching: ArticleFetching }): JSX.Element | null {
  const words = useWords();
  const { phase, left } = useFetching(fetching);
  const [error, setError] = useState<RectoError | null>(null);
  useEffect(() => void fetching.count().catch(() => undefined), [fetching]);
  if (phase !== 'off') return <FetchNotice fetching={fetching} />;
  if (left === 0) return null;
  const begin = () => {
    setError(null);
    fetching.begin().catch((thrown) => setError(asRectoError(thrown)));
  };
  return (
    <div class="fetch-offer">
      <p>{words.count('fetchOffer', left)}</p>
      <p class="quiet">{words.t('fetchHow')}</p>
      <p class="backup-actions">
        <button type="button" class="button" onClick={begin}>
          {words.t('fetchNow')}
        </button>
      </p>
      {error && <ErrorNotice error={error} />}
    </div>
  );
}
