import { leadsIntoOwnNetwork } from '../../model/leads-into-own-network.ts';
import { LARGEST_PICTURE, type PictureProblem } from '../../model/picture.ts';
import { readAtMost } from '../read-at-most.ts';
import { PictureFailure } from './picture-failure.ts';

/** Less than the 30 s after which browsers end an idle worker. */
const DEADLINE_MS = 20_000;

/**
 * Asks a server for a picture of the article at `articleUrl`: without cookies, and without saying from where. Throws
 * `PictureFailure`. Stops reading at `LARGEST_PICTURE`, whatever length the server claims. Where a server redirects is known
 * only once that was asked, too: what came from the person's own network then is not read.
 */
export async function fetchPicture(url: string, articleUrl: string, cache: RequestCache = 'default'): Promise<Blob> {
  const signal = AbortSignal.timeout(DEADLINE_MS);
  try {
    const response = await fetch(url, { credentials: 'omit', referrerPolicy: 'no-referrer', cache, signal });
    if (leadsIntoOwnNetwork(response.url, articleUrl)) {
      await response.body?.cancel();
      throw new PictureFailure('no-answer', 'redirected to the own network');
    }
    if (!response.ok) throw new PictureFailure(problemOf(response.status), `status ${response.status}`);
    return await readAll(response);
  } catch (thrown) {
    if (thrown instanceof PictureFailure) throw thrown;
    throw new PictureFailure('no-answer', String(thrown), { cause: thrown });
  }
}

const problemOf = (status: number): PictureProblem => {
  if (status === 404 || status === 410) return 'gone';
  return status >= 500 || status === 429 ? 'no-answer' : 'refused';
};

async function readAll(response: Response): Promise<Blob> {
  if (Number(response.headers.get('content-length') ?? 0) > LARGEST_PICTURE) throw new PictureFailure('too-large');
  const parts = await readAtMost(response, LARGEST_PICTURE);
  if (parts === null) throw new PictureFailure('too-large');
  return new Blob(parts);
}
