import type { PageContext } from '../extraction-pass.ts';
import { attributeOrNull, findAll, findFirst, makeElement, outermost, rawText } from '../find-elements.ts';
import { findNamed } from '../find-named.ts';
import { isElement, rename, textOf } from '../markup/elements.ts';
import { readLinkedData } from '../metadata/read-linked-data.ts';
import { findRepeatedPosts } from './find-repeated-posts.ts';
import { shortenQuotations } from './shorten-quotations.ts';
import type { Post, ThreadPlatform } from './thread-platform.ts';
import { THREAD_PLATFORMS } from './thread-platforms.ts';

/** A thread with fewer characters in all its posts is only a teaser of a thread. */
const SHORTEST_THREAD = 60;
const LONGEST_NAME = 60;

/**
 * Reads a forum thread or a question with its answers: every post with its author and date, in the page's order. Null
 * when the page is none.
 */
export function readThread(page: PageContext): HTMLElement | null {
  const known = THREAD_PLATFORMS.map((platform) => readPosts(page.clone, platform));
  const posts = known.reduce((best, found) => (lengthOf(found) > lengthOf(best) ? found : best), []);
  const thread = lengthOf(posts) >= SHORTEST_THREAD ? posts : findRepeatedPosts(page);
  for (const post of thread) {
    post.content = post.content.map(asBox);
    for (const part of post.content) partNames(part);
  }
  shortenQuotations(thread);
  nameAuthor(page, thread);
  const written = thread.filter(({ content }) => content.length > 0);
  return written.length > 0 ? drawThread(page.clone, written) : null;
}

/**
 * Takes the author of the first post, even if that is a mere link, as the author of the thread, unless the account is
 * gone (`[deleted]`): a page of posts marks many people as authors. What the page itself names stays if it is part of
 * that name, which may include a rank, and if JSON-LD names it: the first post on a later page is somebody else's.
 */
function nameAuthor({ clone, metadata }: PageContext, [first]: readonly Post[]): void {
  const { byline } = metadata;
  if (!first?.author || first.author[0] === '[' || (byline && first.author.includes(byline))) return;
  if (readLinkedData(clone).authors.length === 0) metadata.byline = first.author;
}

/**
 * Names count as well: if two engines find the same text, as for vBulletin 4 in the boxes of phpBB, only one knows the
 * authors.
 */
function lengthOf(posts: readonly Post[]): number {
  return posts.reduce(
    (sum, { author, content }) =>
      content.reduce((all, element) => all + rawText(element).trim().length, sum + author.length),
    0,
  );
}

/** The posts with text, and the first on the page in any case: a post that is only a link still begins the thread. */
function readPosts(page: Document, platform: ThreadPlatform): Post[] {
  const found = findNamed(page, platform.post);
  if (found.length === 0) return [];
  const taken = new Set<Element>();
  const posts: Post[] = [];
  const drop = ['.signature'].concat(platform.drop ?? []).join();
  for (const element of found) {
    const content = outermost(findAll(element, platform.postText)).filter(
      (part) => part.closest(platform.post) === element && !taken.has(part) && !part.closest(drop),
    );
    for (const part of content) taken.add(part);
    if (content.length === 0 && element !== found[0]) continue;
    for (const part of content) for (const extra of findAll(part, drop)) extra.remove();
    const author = authorOf(element, platform);
    posts.push({ author, date: dateOf(element, platform, author), content });
  }
  return posts;
}

/** XenForo 1 and vBulletin 4 mark up a post as a quotation. */
const asBox = (text: Element): Element => (isElement(text, 'BLOCKQUOTE') ? rename(text, 'div') : text);

/**
 * Makes a line of who is quoted: phpBB, SMF and MyBB have it in front of what was said, as a block by their styles
 * alone. No line break, since in phpBB's a box with the day may end it already.
 */
function partNames(text: Element): void {
  for (const name of findAll(text, 'blockquote cite:first-child'))
    if (name.nextSibling?.nodeName !== 'BR') rename(name, 'div');
}

function authorOf(post: Element, { postAuthor, authorAttribute }: ThreadPlatform): string {
  const said = authorAttribute ? attributeOrNull(post, authorAttribute) : null;
  return (said || textOf(findAll(post, postAuthor).find(textOf))).slice(0, LONGEST_NAME);
}

function dateOf(post: Element, { postDate }: ThreadPlatform, author: string): string {
  // Of a date for programs, `2024-05-03T08:45:00Z`, the day; of phpBB's `by Ada » Fri May 03`, what is behind the name;
  // of MyBB's `2024-05-03, 08:45 AM (This post was last modified: …)` what is before that.
  const date = textOf((postDate && findAll(post, postDate).find(textOf)) || findFirst(post, 'time'))
    .replace(/T\d\d:.*|.* » | \([^)]{5,}.*/g, '')
    .slice(0, LONGEST_NAME);
  // Some styles of phpBB leave `by Ada` alone in that line.
  return author && date.endsWith(author) && !/\d/.test(date.slice(0, -author.length)) ? '' : date;
}

function drawThread(page: Document, posts: readonly Post[]): HTMLElement {
  const body = makeElement(page, 'div');
  for (const { author, date, content } of posts) {
    const article = body.appendChild(makeElement(page, 'article'));
    if (author || date) article.append(drawHead(page, author, date));
    article.append(...content);
  }
  return body;
}

function drawHead(page: Document, author: string, date: string): HTMLElement {
  const head = makeElement(page, 'p');
  const name = makeElement(page, 'strong');
  name.textContent = author;
  const time = makeElement(page, 'small');
  time.textContent = date;
  head.append(...[author && name, author && date && ' · ', date && time].filter(Boolean));
  return head;
}
