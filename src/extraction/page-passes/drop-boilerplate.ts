import { measureText, type TextMeasure } from '../choosing/text-measure.ts';
import type { PagePass } from '../extraction-pass.ts';
import { namesBoilerplate } from './boilerplate-names.ts';

/** Elements that hold no article text, whatever they are called. */
const NEVER =
  'script, style, template, link, meta[itemprop], nav, dialog, select, [role=navigation], [role=banner], [role=contentinfo], [role=search], [role=menu], [role=menubar], [role=toolbar], [role=dialog], [role=alertdialog], [role=complementary]';

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

export const dropBoilerplate: PagePass = {
  name: 'drop-boilerplate',
  why: 'Navigation, share bars, related lists, newsletter boxes, cookie walls, comments and advertisements stand in and around the article.',
  run({ clone }) {
    const { body } = clone;
    if (!body) return;
    for (const element of body.querySelectorAll('script, style, template, noscript')) element.remove();
    const measures = measureText(body);
    const prose = measures.get(body)?.prose ?? 0;
    const never = new Set(body.querySelectorAll(NEVER));
    for (const element of [...body.querySelectorAll('*')]) {
      if (!element.isConnected || KEEP.has(element.tagName)) continue;
      if (!never.has(element) && !SUSPECT.has(element.tagName) && !namesBoilerplate(element)) continue;
      const measure = measures.get(element);
      if (measure && isTheArticle(measure, prose)) continue;
      element.remove();
    }
  },
};

function isTheArticle(measure: TextMeasure, prose: number): boolean {
  return measure.prose > prose * MOST_PROSE;
}
