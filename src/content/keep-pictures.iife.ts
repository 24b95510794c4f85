/**
 * Reads the pictures of a page that was just saved and gives them to the background, one message each. Injected after the
 * save, where it defines `rectoPictures`; injecting it again changes nothing, so that what is being read goes on.
 */
import { send } from '../messaging/send.ts';
import { readPicture } from './pictures/read-picture.ts';

/** So many are read at once: the page is still in use. */
const AT_ONCE = 3;

/** Longer than the background takes to check and write 20 MB. */
const DEADLINE_MS = 30_000;

const scope = globalThis as typeof globalThis & { rectoPictures?: { read(articleId: string, urls: string[]): void } };

/** What is being read; the background may ask for a picture twice. */
const reading = new Set<string>();

/** A picture that cannot be told of stays in the queue: the background sees to it. */
async function readOne(articleId: string, url: string): Promise<void> {
  const key = `${articleId} ${url}`;
  if (reading.has(key)) return;
  reading.add(key);
  const read = await readPicture(url, document);
  await send('picture.report', { articleId, url, ...read }, DEADLINE_MS).catch(() => undefined);
  reading.delete(key);
}

scope.rectoPictures ??= {
  read(articleId, urls) {
    const rest = urls[Symbol.iterator]();
    const work = async (): Promise<void> => {
      for (const url of rest) await readOne(articleId, url);
    };
    for (let reader = 0; reader < AT_ONCE; reader += 1) void work();
  },
};
