import { measureText, type TextMeasure } from '../choosing/text-measure.ts';
import type { PagePass } from '../extraction-pass.ts';
import { attributeOf, findAll } from '../find-elements.ts';
import { namesBoilerplate } from './boilerplate-names.ts';

/** Elements that hold no article text, whatever they are called. */
const NEVER = new Set(['LINK', 'NAV', 'DIALOG', 'SELECT']);
const NEVER_ROLE = /^(?:navigation|banner|contentinfo|search|menu|menubar|toolbar|dialog|alertdialog|complementary)$/;

/** Elements whose name says what they usually hold; articles put their own text there as well. */
const SUSPECT = new Set(['ASIDE', 'FOOTER', 'FORM', 'BUTTON']);

/** A named element that holds more of the page's prose than this is the article under a misleading name. */
const MOST_PROSE = 0.25;

const KEEP = new Set([
  'HTML',
  'BODY',
  'MAIN',
  'ARTICLE',
  'PRE',
  'CODE',
  'TABLE',
  'TBODY',
  'TR',
  'TD',
  'TH',
  'MATH',
  'SVG',
  'P',
  'A',
  'EM',
  'STRONG',
  'B',
  'I',
  'IMG',
  'H1',
  'SUP',
  'SUB',
  'FIGURE',
  'PICTURE',
  'HEADER_',
]);

/**
 * Navigation, share bars, related lists, newsletter boxes, cookie walls, comments and advertisements stand in and
 * around the article.
 */
export const dropBoilerplate: PagePass = {
  run({ clone }) {
    const { body } = clone;
    if (!body) return;
    for (const element of findAll(body, 'script, style, template, noscript')) element.remove();
    const measures = measureText(body);
    const prose = measures.get(body)?.prose ?? 0;
    for (const element of findAll(body, '*')) {
      if (KEEP.has(element.tagName) || !isSuspect(element) || !element.isConnected) continue;
      const measure = measures.get(element);
      if (measure && isTheArticle(measure, prose)) continue;
      element.remove();
    }
  },
};

function isSuspect(element: Element): boolean {
  const { tagName } = element;
  if (NEVER.has(tagName) || SUSPECT.has(tagName)) return true;
  if (tagName === 'META') return element.hasAttribute('itemprop');
  return NEVER_ROLE.test(attributeOf(element, 'role')) || namesBoilerplate(element);
}

function isTheArticle(measure: TextMeasure, prose: number): boolean {
  return measure.prose > prose * MOST_PROSE;
}
