import type { PageContext } from '../extraction-pass.ts';
import { findAll, findFirst, rawText } from '../find-elements.ts';
import { textOf } from '../markup/elements.ts';
import type { Post } from './thread-platform.ts';

/** Addresses under which forums and question sites keep their threads. */
const THREAD_ADDRESS =
  /\/(?:forums?|threads?|topics?|discussions?|boards?|bbs|viewtopic|showthread|showtopic|questions?|talk|t|thread-\d)[/.\-?]|[?&](?:t|tid|topic|thread)=\d|\/\/(?:forums?|bbs|community|discuss|boards?)\./i;
const THREAD_TYPE = /"@type"\s*:\s*"(?:DiscussionForumPosting|QAPage)"/;

/** Names that engines give to the box of one post, as one word of a class. */
const POST_NAME =
  /(?:^|[-_])(?:post|message|msg|comment|reply|answer|entry|topic-?reply)(?:$|[-_])|^(?:post|msg|comment|message|reply)[-_]?(?:itm|item|wrapper|box|row|block|container|body|content|text)|(?:post|comment|message)$/i;
/** Of these, what answers something else. */
const ANSWER_NAME = /comment|reply|answer/i;
const AUTHOR =
  '[itemprop="author"], [rel="author"], [class*="author" i], [class*="username" i], [class*="user-name" i], [class*="poster" i], [class*="byline" i], .name, a[href*="/user" i], a[href*="/member" i], a[href*="/profile" i]';
const CONTENT =
  '[itemprop="text"], [itemprop="articleBody"], [class*="content" i], [class*="text" i], [class*="body" i]';

const FEWEST_POSTS = 2;
const SHORTEST_POST = 15;
const SHORTEST_QUESTION = 30;

/** `Node.DOCUMENT_POSITION_…`. */
const PRECEDING = 2;
const FOLLOWING = 4;

/** Finds the posts of a thread whose engine is not known: boxes of one kind with people's names and sentences in them. */
export function findRepeatedPosts({ url, clone }: PageContext): Post[] {
  const data = findAll(clone, 'script[type="application/ld+json"]').some((script) => THREAD_TYPE.test(rawText(script)));
  if (!data && !THREAD_ADDRESS.test(url)) return [];
  const groups = groupByName(clone);
  let best: Post[] = [];
  let bestName = '';
  let bestLength = 0;
  for (const [name, elements] of groups) {
    if (elements.length < FEWEST_POSTS) continue;
    const posts = elements.map((element) => postOf(element)).filter(({ content }) => length(content) >= SHORTEST_POST);
    const named = posts.filter(({ author }) => author).length;
    const total = posts.reduce((sum, { content }) => sum + length(content), 0);
    if (posts.length >= FEWEST_POSTS && named >= posts.length / 2 && total > bestLength) {
      best = posts;
      bestName = name;
      bestLength = total;
    }
  }
  const answer = best[0]?.content[0];
  const question = answer && ANSWER_NAME.test(bestName) ? questionAbove(answer, clone) : null;
  return question ? [postOf(question, answer), ...best] : best;
}

/** The largest box of text between the title and the first answer: where only the answers are of one kind, what they answer. */
function questionAbove(answer: Element, page: Document): Element | null {
  const title = findFirst(page, 'h1');
  let largest: Element | null = null;
  let most = SHORTEST_QUESTION;
  for (const box of findAll(page, CONTENT)) {
    // Neither is in the other.
    if (answer.compareDocumentPosition(box) !== PRECEDING) continue;
    if (title && !(title.compareDocumentPosition(box) & FOLLOWING)) continue;
    const size = length([box]);
    if (size <= most || size < 2 * length(findAll(box, 'a'))) continue;
    largest = box;
    most = size;
  }
  return largest;
}

function groupByName(page: Document): Map<string, Element[]> {
  const groups = new Map<string, Element[]>();
  for (const element of findAll(page, '[class], [itemprop="comment"], [itemprop="suggestedAnswer"]')) {
    if (/^(?:A|SPAN|BUTTON|TIME|IMG|INPUT|FORM|BODY|HTML)$/.test(element.tagName)) continue;
    for (const name of element.classList) {
      if (!POST_NAME.test(name)) continue;
      const group = groups.get(name) ?? [];
      // In document order only the last one can be around it.
      if (!group.at(-1)?.contains(element)) group.push(element);
      groups.set(name, group);
    }
  }
  return groups;
}

/** Reads a post; who wrote it and when do not stand in a box with `other`. */
function postOf(element: Element, other: Element | null = null): Post {
  const lineBy = (selector: string) =>
    textOf(findFirst(element, selector) ?? beside(element, selector, other)).slice(0, 60);
  const author = lineBy(AUTHOR);
  const date = lineBy('time');
  const whole = length([element]);
  const parts = findAll(element, CONTENT);
  const content = parts.findLast((part) => length([part]) > whole * 0.6 && !findFirst(part, AUTHOR)) ?? element;
  return { author, date, content: [content] };
}

/** Looks in the five boxes around a post, as long as they hold this post alone. */
function beside(element: Element, selector: string, other: Element | null): Element | null {
  let box = element.parentElement;
  for (let steps = 0; box && steps < 5; steps++) {
    const name = element.classList[0];
    if ((name && box.getElementsByClassName(name).length > 1) || box.contains(other)) return null;
    const found = findFirst(box, selector);
    if (found && !element.contains(found)) return found;
    box = box.parentElement;
  }
  return null;
}

function length(elements: readonly Element[]): number {
  return elements.reduce((sum, element) => sum + textOf(element).length, 0);
}
