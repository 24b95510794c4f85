/**
 * Reads the pictures of a page that was just saved and gives them to the background, one message each. Injected after the
 * save, where it defines `rectoPictures`; injecting it again changes nothing, so that what is being read goes on.
 */
import { askBackground } from '../messaging/ask-background.ts';
import { openPicturePort } from '../platform/picture-port.ts';
import { readPicture } from './pictures/read-picture.ts';

/** Pictures read at once: the page is still in use. */
const AT_ONCE = 3;

/** Longer than the background takes to check and write 20 MB. */
const DEADLINE_MS = 30_000;

declare global {
  var rectoPictures: { read(articleId: string, urls: string[]): void } | undefined;
}

/** Pictures waiting or being read: the background asks for all that are not kept, again and again. */
const taken = new Set<string>();
/**
 * For each article: how many of its pictures have not been reported yet, and the function that says that no more will
 * come.
 */
const underWay = new Map<string, { left: number; end: () => void }>();
const waiting: { key: string; articleId: string; url: string }[] = [];
let readers = 0;

/** Reads one picture. One that cannot be reported stays in the queue, for the background. */
async function readOne(articleId: string, url: string): Promise<void> {
  const read = await readPicture(url, document);
  await askBackground('picture.report', { articleId, url, ...read }, DEADLINE_MS).catch(() => undefined);
}

async function work(): Promise<void> {
  readers += 1;
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    await readOne(next.articleId, next.url);
    taken.delete(next.key);
    leave(next.articleId);
  }
  readers -= 1;
}

function take(articleId: string): void {
  const article = underWay.get(articleId) ?? { left: 0, end: openPicturePort(articleId) };
  article.left += 1;
  underWay.set(articleId, article);
}

function leave(articleId: string): void {
  const article = underWay.get(articleId);
  if (!article) return;
  article.left -= 1;
  if (article.left > 0) return;
  underWay.delete(articleId);
  article.end();
}

globalThis.rectoPictures ??= {
  read(articleId, urls) {
    for (const url of urls) {
      const key = `${articleId} ${url}`;
      if (taken.has(key)) continue;
      taken.add(key);
      take(articleId);
      waiting.push({ key, articleId, url });
    }
    while (readers < AT_ONCE && waiting.length > 0) void work();
  },
};
