import { collapseSpace } from '../../model/collapse-space.ts';
import { attributeOf, textNodes } from '../find-elements.ts';

/** Blogger's posts are a widget of its pages, like what stands around them. */
const ELSEWHERE = 'footer:not(article *), nav, [id*="comment" i], .widget:not(.Blog)';

/** What their classes say. */
const NAMED = /comment|related|recommend|sidebar|popular|latest|testimonial|copyright|carousel/i;

/** Whether an element sits in replies, a list of other articles or the page's frame, where names and dates are not this article's. */
export function isElsewhere(element: Element | null): boolean {
  const asked: Element[] = [];
  let answer = false;
  for (let at = element; at; at = at.parentElement) {
    const told = known.get(at);
    asked.push(at);
    // Classes of the outer frame speak of the layout (`has-sidebar`, `with-comments`), not of a place in it.
    const isFrame = /^(?:BODY|HTML|MAIN|ARTICLE)$/.test(at.tagName);
    answer = told ?? (!isFrame && (at.matches(ELSEWHERE) || NAMED.test(attributeOf(at, 'class'))));
    if (answer || isFrame || told === false) break;
  }
  for (const at of asked) known.set(at, answer);
  return answer;
}

/** Asked of every line that could be a name or a date. Elements are not moved while metadata are read. */
const known = new WeakMap<Element, boolean>();

const SILENT = 'script, style, svg, button';

/** Text of an element with a space between its text nodes, as `<span>By</span><a>Ann</a>` reads on the page. */
export function spacedText(element: Element): string {
  if (element.closest(SILENT)) return '';
  let text = '';
  for (const node of textNodes(element)) {
    if (text.length >= 400) break;
    if (node.parentElement === element || !node.parentElement?.closest(SILENT)) text += ` ${node.data}`;
  }
  return collapseSpace(text).trim();
}
