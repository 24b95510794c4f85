import { attributeOf, findFirst } from '../find-elements.ts';
import { namesBoilerplate } from '../page-passes/boilerplate-names.ts';

/** What the ancestors of a text say of it. */
export interface Surroundings {
  /** An ancestor has a name that sites give to article bodies. */
  contentName: boolean;
  /** Ancestors with names that sites give to what is around an article, at most three. */
  boilerplateNames: number;
  aside: boolean;
  /** How many siblings look like the ancestor, 0 to 1; fades with the distance. */
  repeated: number;
  /** Inside one of many boxes that each have a link and a picture. */
  card: boolean;
}

const CONTENT_NAME =
  /(?:^|[\s_-])(?:article|post|entry|story|news|blog|page|main|body|markdown|rich|wysiwyg|prose|content)[\s_-]?(?:body|content|text|main|markdown|detail|inner|copy)|articlebody|storybody|postbody|(?:^|\s)(?:prose|markdown|wysiwyg|rich-?text|content|article|mw-parser-output|rte)(?:\s|$)/i;

const ASIDE = /^(?:ASIDE|FOOTER|FORM|NAV|BUTTON)$/;
const NEVER_REPEATED = /^(?:P|H\d|TR|TD|TH|PRE|BR|SPAN)$/;

/** Siblings looked at and the number that counts as very many. */
const SIBLINGS = 40;
const VERY_MANY = 6;
/** How much of an ancestor's repetition its child inherits. */
const FADING = 0.8;

const NOTHING: Surroundings = { contentName: false, boilerplateNames: 0, aside: false, repeated: 0, card: false };

/** Gives a function that describes the surroundings of an element and remembers what it has seen. */
export function surroundingsReader(): (element: Element | null) => Surroundings {
  const known = new Map<Element, Surroundings>();
  const read = (element: Element | null): Surroundings => {
    if (!element || element.tagName === 'BODY' || element.tagName === 'HTML') return NOTHING;
    const found = known.get(element) ?? describe(element, read(element.parentElement));
    known.set(element, found);
    return found;
  };
  return read;
}

function describe(element: Element, above: Surroundings): Surroundings {
  const repeated = repetition(element);
  const names = `${attributeOf(element, 'class')} ${element.id}`;
  return {
    contentName: above.contentName || CONTENT_NAME.test(names),
    boilerplateNames: Math.min(3, above.boilerplateNames + (namesBoilerplate(element) ? 1 : 0)),
    aside: above.aside || ASIDE.test(element.tagName),
    repeated: Math.max(above.repeated * FADING, repeated),
    card: above.card || (repeated > 0.3 && findFirst(element, 'a') !== null && findFirst(element, 'img') !== null),
  };
}

function repetition(element: Element): number {
  if (NEVER_REPEATED.test(element.tagName)) return 0;
  const names = attributeOf(element, 'class');
  if (!names && element.tagName !== 'LI' && element.tagName !== 'ARTICLE') return 0;
  let same = 0;
  let at = element.parentElement?.firstElementChild ?? null;
  for (let looked = 0; at && looked < SIBLINGS; looked++) {
    if (at !== element && at.tagName === element.tagName && attributeOf(at, 'class') === names) same++;
    at = at.nextElementSibling;
  }
  return Math.min(1, same / VERY_MANY);
}
