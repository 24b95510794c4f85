import type { Article } from '../../model/article.ts';
import { lettersAndDigits } from '../../model/text/letters.ts';
import { attributeOf, findAll, makeElement, rawText } from '../find-elements.ts';
import { withBody } from '../with-body.ts';

/** Elements that pages repeat at their head: titles, standfirsts, captions of the lead picture. */
const REPEATED = 'p, h1, h2, h3, h4, h5, h6, figcaption, figure';

/**
 * The article with further pages behind it. Lines of an earlier page are left out. Footnote marks are kept apart, since
 * each page counts its own from one. `toFragment` sanitises.
 */
export function addPages(
  article: Article,
  pages: readonly Pick<Article, 'html' | 'text'>[],
  toFragment: (html: string) => DocumentFragment,
): Article {
  const box = makeElement(document.implementation.createHTMLDocument(''), 'div');
  box.append(toFragment(article.html));
  const known = knownText();
  known.add(article.text);
  for (const [index, { html, text }] of pages.entries()) {
    const page = makeElement(box, 'div');
    page.append(toFragment(html));
    const pictures = new Set(findAll(box, 'img').map(({ src }) => src));
    for (const element of findAll(page, REPEATED))
      if (known.has(rawText(element)) || isKnownPicture(element, pictures)) element.remove();
    keepMarksApart(page, `page-${index + 2}-`);
    box.append(...page.childNodes);
    known.add(text);
  }
  return withBody(article, box);
}

function isKnownPicture(element: Element, pictures: ReadonlySet<string>): boolean {
  const shown = element.nodeName === 'FIGURE' ? findAll(element, 'img') : [];
  return shown.length > 0 && shown.every(({ src }) => pictures.has(src));
}

function keepMarksApart(page: Element, prefix: string): void {
  for (const marked of findAll(page, '[id]')) marked.id = prefix + marked.id;
  for (const link of findAll(page, 'a[href^="#"]'))
    link.setAttribute('href', `#${prefix}${attributeOf(link, 'href').slice(1)}`);
}

/** Letters and digits, a Han character as three; shorter lines recur without being repeated. */
const SHORTEST_LINE = 24;
/** A page with this share of known lines is no further page. */
const MOST_KNOWN = 0.5;

/** The lines that have been read so far. */
interface KnownText {
  add(text: string): void;
  /** The line is long enough to tell, and was read before. */
  has(line: string): boolean;
  /** The text says mostly what was read before, or nothing at all. */
  repeats(text: string): boolean;
}

/** Begins with nothing known. */
export function knownText(): KnownText {
  const known = new Set<string>();
  const has = (line: string) => known.has(keyOf(line));
  return {
    has,
    add(text) {
      for (const key of text.split('\n').map(keyOf)) if (weigh(key) >= SHORTEST_LINE) known.add(key);
    },
    repeats(text) {
      const lines = text.split('\n').map((line) => ({ line, weight: weigh(keyOf(line)) }));
      const all = lines.reduce((sum, { weight }) => sum + weight, 0);
      const again = lines.filter(({ line }) => has(line)).reduce((sum, { weight }) => sum + weight, 0);
      return again >= all * MOST_KNOWN;
    },
  };
}

const keyOf = (line: string): string => lettersAndDigits(line.toLowerCase());

const weigh = (key: string): number =>
  key.length + 2 * (key.match(/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g)?.length ?? 0);
