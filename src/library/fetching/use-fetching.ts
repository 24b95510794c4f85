import { useEffect, useState } from 'preact/hooks';
import type { ArticleFetching } from './article-fetching.ts';
import type { FetchStatus } from './fetch-standing.ts';

/** Where the fetching of articles stands, kept in step. */
export function useFetching(fetching: ArticleFetching): FetchStatus {
  const [status, setStatus] = useState(fetching.status);
  useEffect(() => {
    const end = new AbortController();
    setStatus(fetching.status());
    fetching.watch(() => setStatus(fetching.status()), end.signal);
    return () => end.abort();
  }, [fetching]);
  return status;
}
