import { measureText } from '../choosing/text-measure.ts';
import type { PagePass } from '../extraction-pass.ts';
import { attributeOf, findAll, findFirst, rawText } from '../find-elements.ts';
import { CALLOUT } from '../markup/callout.ts';
import { dropCallsToAction } from '../markup/drop-calls-to-action.ts';
import { removeBox, rename, textOf, unwrap } from '../markup/elements.ts';
import { opensPanel } from '../markup/opens-panel.ts';
import { squeeze } from '../metadata/site-names.ts';
import { namesBoilerplate, surelyNamesBoilerplate } from './boilerplate-names.ts';

/** What holds no text of an article, wherever it is; the link is Pinterest's button over each picture. */
const NO_TEXT = 'script, style, template, noscript, a[href*="/pin/create/"]';

/** Elements that hold no text of an article, whatever their names. */
const BOILERPLATE_TAGS = new Set(['LINK', 'NAV', 'DIALOG', 'SELECT']);
const BOILERPLATE_ROLE =
  /^(?:navigation|banner|contentinfo|search|menu(?:bar)?|toolbar|(?:alert)?dialog|complementary)$/;

/** Elements that usually are boilerplate, but in which some sites put the article's text. */
const SUSPECT_TAGS = new Set(['ASIDE', 'FOOTER', 'FORM', 'BUTTON']);

/**
 * What marks a box named like boilerplate as part of a manual: the title of a `sidebar` in the text (docutils, DocBook)
 * or of YARD's `tags` (a method's parameters, beside its `docstring`), and the contents of a chapter, which link
 * to other pages: the sections that such a page consists of.
 */
const OF_MANUAL = ':has(> .docstring) .tag_title, p.sidebar-title, .sidebar .titlepage, dl.toc a:not([href*="#"])';

/** An inline style that moves injected spam thousands of pixels off the page. A carousel moves its slides less far. */
const OFF_PAGE = /^(?=.*position:\s*[af]).*(?:left|right|top):\s*-(?=[5-9]|\d{5})\d{4}/is;

/** What rustdoc collapses, Quarto's licence (its notes have an id), microdata, and a biography of the author in it. */
const SURE =
  'summary.hideme, .quarto-appendix-contents:not([id]), meta[itemprop], [itemprop=author]:has([itemprop=description])';

/**
 * Articles that a page loads below its own when it is scrolled: each has a first heading of its own, and a time or an
 * author's link. Sections of one article may have such headings, too, but no author.
 */
const NEXT_ARTICLES = ', article:has(h1) ~ article:has(h1):has(time, [rel~=author])';

/** A picture on a button that is not wider than this, in pixels, is an icon. */
const WIDEST_ICON = 100;

/** An element with more of the page's prose than this share is the article, although it is named like boilerplate. */
const MOST_PROSE = 0.25;
/** The same share for what nearly always is boilerplate: `nav`, dialogs, comments. Menus may contain sentences, too. */
const MOST_PROSE_WHEN_CERTAIN = 0.6;

/** Elements that are never dropped here, whatever their names. */
const NEVER_DROPPED = new Set(
  'HTML BODY MAIN ARTICLE PRE CODE TABLE TBODY TR TD TH MATH SVG P A EM STRONG B I IMG H1 SUP SUB FIGURE PICTURE'.split(
    ' ',
  ),
);

/**
 * Drops boilerplate: navigation, share bars, related lists, newsletter boxes, cookie walls, comments, advertisements.
 *
 * It stands around articles and between their paragraphs, where the choice of the body does not separate it from them.
 */
export const dropBoilerplate: PagePass = {
  run({ clone, metadata }) {
    const { body } = clone;
    if (!body) return;
    const next = squeeze(rawText(findFirst(body, 'h1'))) === squeeze(metadata.title) ? NEXT_ARTICLES : '';
    for (const element of findAll(body, `${NO_TEXT}${next}`)) element.remove();
    dropCallsToAction(body);
    const measures = measureText(body);
    const prose = measures.get(body)?.prose ?? 0;
    // One list of elements: a walk from node to node would visit all text nodes as well.
    const elements = findAll(body, '*');
    for (let index = 0; index < elements.length; index++) {
      const listed = elements[index] as Element;
      // As a `div`, because Readability drops every `aside` and `footer`.
      const element = isInset(listed) ? rename(listed, 'div') : listed;
      const { parentElement: box } = element;
      const isAround = isBoilerplate(element, prose, measures.get(element)?.prose);
      const isOpener = box && opensPanel(element, box, isAround);
      if (!isAround && !isOpener) continue;
      // Its descendants are dropped with it, or stay in it.
      index += findAll(element, '*').length;
      // A heading that opens and closes its section contains nothing but a button.
      if (box && /^H\d/.test(box.tagName) && rawText(element).trim() === rawText(box).trim()) unwrap(element);
      else if (isOpener) for (const link of findAll(rename(element, 'h6'), 'a:not([href*="/"])')) unwrap(link);
      else removeBox(element);
    }
  },
};

/**
 * Whether an element is boilerplate around the article. `prose` is the amount of prose in the page, `own` that in the
 * element. Freshdesk asks whether the page helped in a paragraph, `voting-container`.
 */
const isBoilerplate = (element: Element, prose: number, own = 0): boolean =>
  (!NEVER_DROPPED.has(element.tagName) || element.matches('p[id^="voting-c"], a ~ p[class*="related" i]')) &&
  isSuspect(element) &&
  !holdsTooMuchProse(element, prose, own) &&
  !findFirst(element, OF_MANUAL);

/** Whether an element holds too much of the page's prose to be boilerplate, whatever its name. */
function holdsTooMuchProse(element: Element, prose: number, own: number): boolean {
  return own > prose * MOST_PROSE && (!isSurelyBoilerplate(element) || own > prose * MOST_PROSE_WHEN_CERTAIN);
}

function isSuspect(element: Element): boolean {
  const { tagName } = element;
  const classes = attributeOf(element, 'class');
  if (tagName === 'ASIDE' && CALLOUT.test(classes)) return false;
  // So steps mark the menu that is to be opened.
  if (tagName === 'SPAN' && element.matches(':is(p, li) > .menu')) return false;
  return (
    BOILERPLATE_TAGS.has(tagName) ||
    (SUSPECT_TAGS.has(tagName) && !isPictureToEnlarge(element)) ||
    element.matches(SURE) ||
    BOILERPLATE_ROLE.test(attributeOf(element, 'role')) ||
    OFF_PAGE.test(attributeOf(element, 'style')) ||
    namesBoilerplate(element)
  );
}

/** Whether a button is nothing but a picture that can be enlarged. */
const isPictureToEnlarge = (button: Element): boolean =>
  button.tagName === 'BUTTON' &&
  Number(attributeOf(findFirst(button, 'img'), 'width')) > WIDEST_ICON &&
  !rawText(button).trim();

/** An `aside` with a paragraph in it between paragraphs, and the characters it must exceed, once and for each link. */
const INSET = ':is(p, ul) + aside:has(p):has(+ p, + h2, + h3)';
const LONG_INSET = 200;

/**
 * Whether an `aside` is part of the text, set in a box, or a `footer` names who is quoted. Calls to action and teasers
 * are short or full of links.
 */
const isInset = (box: Element): boolean =>
  SUSPECT_TAGS.has(box.tagName) &&
  (box.matches('blockquote > footer') ||
    (box.matches(INSET) && textOf(box).length > LONG_INSET * (findAll(box, 'a').length + 1)));

function isSurelyBoilerplate(element: Element): boolean {
  return BOILERPLATE_TAGS.has(element.tagName) || surelyNamesBoilerplate(element);
}
