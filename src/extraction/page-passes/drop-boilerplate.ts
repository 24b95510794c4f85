import { measureText } from '../choosing/text-measure.ts';
import type { PagePass } from '../extraction-pass.ts';
import { attributeOf, findAll, findFirst, rawText } from '../find-elements.ts';
import { dropCalls } from '../markup/drop-calls.ts';
import { removeBox, rename, textOf, unwrap } from '../markup/elements.ts';
import { namesBoilerplate, surelyNamesBoilerplate } from './boilerplate-names.ts';

/** Elements that hold no article text, whatever they are called. */
const NEVER = new Set(['LINK', 'NAV', 'DIALOG', 'SELECT']);
const NEVER_ROLE = /^(?:navigation|banner|contentinfo|search|menu(?:bar)?|toolbar|(?:alert)?dialog|complementary)$/;

/** Elements whose name says what they usually hold; articles put their own text there as well. */
const SUSPECT = new Set(['ASIDE', 'FOOTER', 'FORM', 'BUTTON']);

/** Manuals and platforms of engineers set notes and warnings as an `aside` in the text: `msg`, `starlight-aside--tip`, docutils' `topic`. */
const CALLOUT = /\b(?:msg|note|tip|caution|warning|danger|important|admonition|callout)\b|^topic$/i;

/**
 * Boxes in the text that docutils and DocBook name `sidebar`, and YARD `tags` (what a method takes and gives, beside its
 * `docstring`), by their titles, and a chapter's contents, which lead to other pages: the sections that such a page consists of.
 */
const OF_MANUAL = ':has(> .docstring) .tag_title, p.sidebar-title, .sidebar .titlepage, dl.toc a:not([href*="#"])';

/**
 * What a style of its own puts thousands of px beside the page: words for machines, mostly advertisements that somebody has
 * smuggled in. The track of a carousel is moved so, too, but within its box, and hardly as far.
 */
const BESIDE_PAGE = /^(?=.*position:\s*[af]).*(?:left|right|top):\s*-(?=[5-9]|\d{5})\d{4}/is;

/** Pictures on buttons are no wider than this, in px. */
const ICON = 100;

/** A named element that holds more of the page's prose than this is the article under a misleading name. */
const MOST_PROSE = 0.25;
/** The same for what is hardly ever anything else: `nav`, dialogs, comments. Menus have sentences in them, too. */
const MOST_PROSE_WHEN_SURE = 0.6;

const KEEP = new Set(
  'HTML BODY MAIN ARTICLE PRE CODE TABLE TBODY TR TD TH MATH SVG P A EM STRONG B I IMG H1 SUP SUB FIGURE PICTURE'.split(
    ' ',
  ),
);

/**
 * Drops what stands in and around articles: navigation, share bars, related lists, newsletter boxes, cookie walls,
 * comments, advertisements.
 */
export const dropBoilerplate: PagePass = {
  run({ clone }) {
    const { body } = clone;
    if (!body) return;
    for (const element of findAll(body, 'script, style, template, noscript')) element.remove();
    dropCalls(body);
    const measures = measureText(body);
    const prose = measures.get(body)?.prose ?? 0;
    // Listed once: to go from node to node leads through all text as well.
    const elements = findAll(body, '*');
    for (let index = 0; index < elements.length; index++) {
      const listed = elements[index] as Element;
      // Readability leaves out any `aside`.
      const element = isInset(listed) ? rename(listed, 'div') : listed;
      const { parentElement: box } = element;
      const around = isAround(element, prose, measures.get(element)?.prose);
      const opens = box && opensPanel(element, box, around);
      if (!around && !opens) continue;
      // What is in it goes with it, or stays with it.
      index += findAll(element, '*').length;
      // A heading that opens and closes its section is a button from end to end.
      if (box && /^H\d/.test(box.tagName) && rawText(element).trim() === rawText(box).trim()) unwrap(element);
      else if (opens) for (const link of findAll(rename(element, 'h6'), 'a:not([href*="/"])')) unwrap(link);
      else removeBox(element);
    }
  },
};

/**
 * Whether a button is the question above its answer, or the head of a part that is folded in; menus open lists of links.
 * Page builders such as Elementor make it of a box with a link in it that leads nowhere, which nothing names as one that
 * stands `around` the article.
 */
function opensPanel(button: Element, box: Element, around: boolean): boolean {
  const isButton = button.tagName === 'BUTTON';
  if (around ? !isButton : button.tagName !== 'DIV' || attributeOf(button, 'role') !== 'button') return false;
  const panel = button.nextElementSibling ?? box.nextElementSibling;
  return (
    rawText(panel).length > (findAll(panel ?? box, 'a, input').length + 1) * SHORTEST_PANEL &&
    (attributeOf(button, 'aria-controls') === (panel?.id || 1) ||
      (isButton && /^(?=.*? \S).*[?？؟]\s*$/s.test(rawText(button))))
  );
}

/** Characters of an answer, and of what stands for each link in it. */
const SHORTEST_PANEL = 40;

/**
 * Whether an element stands around the article, of whose page `prose` is all prose and `own` the element's. Freshdesk asks whether
 * the page helped in a paragraph, `voting-container`.
 */
const isAround = (element: Element, prose: number, own = 0): boolean =>
  (!KEEP.has(element.tagName) || /^voting-c/.test(element.id)) &&
  isSuspect(element) &&
  !isTooMuch(element, prose, own) &&
  !findFirst(element, OF_MANUAL);

/** Whether it holds more of all `prose` than what is named so may. */
function isTooMuch(element: Element, prose: number, own: number): boolean {
  return own > prose * MOST_PROSE && (!isSure(element) || own > prose * MOST_PROSE_WHEN_SURE);
}

function isSuspect(element: Element): boolean {
  const { tagName } = element;
  if (tagName === 'ASIDE' && CALLOUT.test(attributeOf(element, 'class'))) return false;
  return (
    NEVER.has(tagName) ||
    (SUSPECT.has(tagName) && !isEnlarged(element)) ||
    // What rustdoc folds away; boxes of that class come into view on other sites.
    (tagName === 'SUMMARY' && attributeOf(element, 'class') === 'hideme') ||
    // The life of who wrote, marked for machines; a name alone may stand in a line of the article.
    (element.hasAttribute('itemprop') && element.matches('meta, [itemprop=author]:has([itemprop=description])')) ||
    NEVER_ROLE.test(attributeOf(element, 'role')) ||
    BESIDE_PAGE.test(attributeOf(element, 'style')) ||
    namesBoilerplate(element)
  );
}

/** Whether a button is a picture that is enlarged when it is pressed, and says nothing else. */
const isEnlarged = (button: Element): boolean =>
  button.tagName === 'BUTTON' &&
  Number(attributeOf(findFirst(button, 'img'), 'width')) > ICON &&
  !rawText(button).trim();

/** A box between the paragraphs of a text, with a paragraph of its own; such a box has so many characters, and as many more for each link. */
const INSET = ':is(p, ul) + aside:has(p):has(+ p, + h2, + h3)';
const LONG_INSET = 200;

/** Whether an `aside` is set into the text and part of it; calls and teasers are short, or links. */
const isInset = (aside: Element): boolean =>
  aside.tagName === 'ASIDE' &&
  aside.matches(INSET) &&
  textOf(aside).length > LONG_INSET * (findAll(aside, 'a').length + 1);

function isSure(element: Element): boolean {
  return NEVER.has(element.tagName) || surelyNamesBoilerplate(element);
}
