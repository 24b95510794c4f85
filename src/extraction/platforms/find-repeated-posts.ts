import { pattern } from '../../model/pattern.ts';
import type { PageContext } from '../extraction-pass.ts';
import { findAll, findFirst, outermost, rawText } from '../find-elements.ts';
import { textOf } from '../markup/elements.ts';
import type { Post } from './thread-platform.ts';

/**
 * Addresses under which forums and question sites keep their threads, and trackers the issues of a repository
 * (`/owner/name/issues/12`, `/-/issues/12`). Issues of magazines and newsletters are at `/issues/12`.
 */
const THREAD_ADDRESS = pattern('i')`
  \/(?:(?:forum|(?:show)?thread|(?:view)?topic|discussion|board|question)s?|bbs|talk|t)[/.\-?]
  |(?:\/[^/]+){3}\/issues\/\d+(?:$|[?#])
  |[?&](?:t|tid|(?:show)?topic|thread)=\d
  |\/\/(?:forums?|bbs|community|discuss|boards?)\.`;
const THREAD_TYPE = /"@type"\s*:\s*"(?:DiscussionForumPosting|QAPage)"/;

/** Class names of the box of one post. */
const POST_NAME = pattern('i')`
  (?:^|[-_])(?:post|message|msg|comment|reply|answer|entry)(?:$|[-_])
  |^(?:post|msg|comment|message|reply)(?:itm|item|wrapper|box|row|block|container|body|content|text)
  |(?:post|comment|message|reply|answer)$`;
/** Of these, names of answers. */
const ANSWER_NAME = /comment|reply|answer|entry/i;
const AUTHOR =
  '[itemprop="author"], [rel="author"], [class*="author" i], [class*="username" i], [class*="user-name" i], ' +
  '[class*="nickname" i], [class*="poster" i], [class*="byline" i], .name, a[href*="/user" i], ' +
  'a[href*="/member" i], a[href*="/profile" i]';
const BOX = '[class]:not(a, span, button, time, img, input, form, body, html)';
const CONTENT =
  '[itemprop="text"], [itemprop="articleBody"], [class*="content" i], [class*="text" i], [class*="body" i], [class*="description" i]';

const FEWEST_POSTS = 2;
const SHORTEST_POST = 15;
const SHORTEST_QUESTION = 30;

/** Finds the posts of a thread of an unknown engine: boxes of one kind with names of people and sentences in them. */
export function findRepeatedPosts({ url, clone }: PageContext): Post[] {
  const data = findAll(clone, 'script[type="application/ld+json"]').some((script) => THREAD_TYPE.test(rawText(script)));
  if (!data && !THREAD_ADDRESS.test(url)) return [];
  const groups = groupByName(clone);
  let best: Post[] = [];
  let bestName = '';
  let bestLength = 0;
  for (const [name, all] of groups) {
    const elements = outermost(all);
    if (elements.length < FEWEST_POSTS) continue;
    const posts = elements
      .map((element) => postOf(element))
      .filter(({ content }) => length(content[0]) >= SHORTEST_POST);
    const named = posts.filter(({ author }) => author).length;
    const total = posts.reduce((sum, { content }) => sum + length(content[0]), 0);
    if (posts.length >= FEWEST_POSTS && named >= posts.length / 2 && total > bestLength) {
      best = posts;
      bestName = name;
      bestLength = total;
    }
  }
  const question = best[0] && ANSWER_NAME.test(bestName) ? questionAbove(best[0], clone) : null;
  return question ? [question, ...best] : best;
}

/**
 * The first post, for a list of answers of which `author` and `content` are the first: the box with most text between
 * the title and them. Null where nobody else is named there: then only rules and notices stand above the thread.
 */
function questionAbove({ author, content }: Post, page: Document): Post | null {
  const [answer] = content as [Element];
  const all = findAll(page, '*');
  const above = all.slice(all.indexOf(findFirst(page, 'h1') as Element) + 1, all.indexOf(answer));
  if (!above.some((at) => at.matches(AUTHOR) && textOf(at) && !textOf(at).includes(author))) return null;
  let largest: Element | null = null;
  let most = SHORTEST_QUESTION;
  for (const box of above) {
    if (!box.matches(CONTENT) || box.contains(answer)) continue;
    // Without the text of links, of which there may be lists.
    const size = findAll(box, 'a').reduce((rest, link) => rest - length(link), length(box));
    if (size <= most) continue;
    largest = box;
    most = size;
  }
  return largest && postOf(largest, answer);
}

function groupByName(page: Document): Map<string, Element[]> {
  const groups = new Map<string, Element[]>();
  for (const element of findAll(page, BOX)) {
    for (const name of element.classList) {
      if (!POST_NAME.test(name)) continue;
      const group = groups.get(name);
      if (group) group.push(element);
      else groups.set(name, [element]);
    }
  }
  return groups;
}

/** Reads a post. Its author and date are not looked for in boxes that hold `other`. */
function postOf(element: Element, other: Element | null = null): Post {
  const lineBy = (selector: string) =>
    textOf(
      findAll(element, selector).find((line) => textOf(line) && !beginsWithName(line, selector)) ??
        beside(element, selector, other),
    ).slice(0, 60);
  const author = lineBy(AUTHOR);
  const date = lineBy('time');
  const whole = length(element);
  const parts = findAll(element, CONTENT);
  const content = parts.findLast((part) => length(part) > whole * 0.6 && !findFirst(part, AUTHOR)) ?? element;
  return { author, date, content: [content] };
}

/** Whether a line begins with a line of its kind: the name, with a rank and counts behind it. */
const beginsWithName = (line: Element, selector: string): boolean =>
  findAll(line, selector).some((name) => textOf(name) && textOf(line).startsWith(textOf(name)));

/** The first match in the five boxes around a post, while they hold this post alone. */
function beside(element: Element, selector: string, other: Element | null): Element | null {
  let box = element.parentElement;
  for (let steps = 0; box && steps < 5; steps++) {
    if (box.getElementsByClassName(element.classList[0] ?? '').length !== 1 || box.contains(other)) return null;
    // Above answers a link around a portrait may come first. Elsewhere names further away are other people's.
    const found = findAll(box, selector).find((at) => !other || textOf(at));
    if (found && !element.contains(found)) return found;
    box = box.parentElement;
  }
  return null;
}

const length = (element: Element | undefined): number => textOf(element).length;
