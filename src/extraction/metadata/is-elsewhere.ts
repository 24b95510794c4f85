import { textNodes } from '../find-elements.ts';

const ELSEWHERE =
  'footer, nav, [class*="comment" i], [id*="comment" i], [class*="related" i], [class*="recommend" i], [class*="sidebar" i], [class*="popular" i], [class*="latest" i], [class*="testimonial" i], [class*="copyright" i], [class*="carousel" i], .widget';

/** Whether an element sits in replies, a list of other articles or the page's frame, where names and dates are not this article's. */
export function isElsewhere(element: Element | null): boolean {
  for (let at = element; at; at = at.parentElement) {
    // Classes of the outer frame speak of the layout (`has-sidebar`, `with-comments`), not of a place in it.
    if (/^(?:BODY|HTML|MAIN|ARTICLE)$/.test(at.tagName)) return false;
    if (at.matches(ELSEWHERE)) return true;
  }
  return false;
}

/** Text of an element with a space between its text nodes, as `<span>By</span><a>Ann</a>` reads on the page. */
export function spacedText(element: Element): string {
  let text = '';
  for (const node of textNodes(element)) {
    if (text.length >= 400) break;
    if (!node.parentElement?.closest('script, style, svg, button')) text += ` ${node.data}`;
  }
  return text.replace(/\s+/g, ' ').trim();
}
