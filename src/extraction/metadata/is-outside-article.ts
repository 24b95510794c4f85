import { collapseSpace } from '../../model/text/collapse-space.ts';
import { attributeOf, findFirst, textNodes } from '../find-elements.ts';

/** Selectors of places outside the article. On Blogger the article itself is a widget, with the class `Blog`. */
const OUTSIDE = 'footer:not(article *), nav, figure, [id*="comment" i], .widget:not(.Blog)';

/** Words in the classes of such places; `TemplateStyles` does not say *latest*. */
const NAMED = /\bnav|menu|comment|related|recommend|sidebar|popular|(?<!p)latest|testimonial|copyright|carousel/i;

/**
 * Whether an element is in comments, a list of other articles or the page's frame, so that a name or date there is not
 * this article's.
 */
export function isOutsideArticle(element: Element | null): boolean {
  const asked: Element[] = [];
  let answer = false;
  for (let at = element; at; at = at.parentElement) {
    const told = known.get(at);
    asked.push(at);
    // Classes of these elements describe the layout of the page (`has-sidebar`, `with-comments`), not a place in it.
    const isFrame = /^(?:BODY|HTML|MAIN|ARTICLE)$/.test(at.tagName);
    // Nor does the class of what holds the first title: a paper calls its main column `sidebar-1`.
    answer =
      told ??
      (!isFrame &&
        (at.matches(OUTSIDE) ||
          (NAMED.test(attributeOf(at, 'class')) && !at.contains(findFirst(at.ownerDocument, 'h1')))));
    if (answer || isFrame || told === false) break;
  }
  for (const at of asked) known.set(at, answer);
  return answer;
}

/**
 * Answers are kept, since every line that may be a name or a date is asked about. Elements do not move while metadata
 * is read.
 */
const known = new WeakMap<Element, boolean>();

/**
 * What holds no words of a line: among others the number of a note or an affiliation behind a name, and what the article
 * is about.
 */
const SILENT = 'script, style, svg, button, sup, a[href*="/tag/"], a[href*="/category/"], span[class$="category"]';

/** The text of an element with a space between its text nodes, so that `<span>By</span><a>Ann</a>` gives `By Ann`. */
export function spacedText(element: Element): string {
  if (element.closest(SILENT)) return '';
  let text = '';
  for (const node of textNodes(element)) {
    if (text.length >= 400) break;
    if (node.parentElement === element || !node.parentElement?.closest(SILENT)) text += ` ${collapseSpace(node.data)}`;
  }
  return collapseSpace(text).trim();
}
