import { RectoError } from '../model/recto-error.ts';
import { measureText } from './choosing/text-measure.ts';
import type { PageContext } from './extraction-pass.ts';
import { findAll, findFirst, rawText } from './find-elements.ts';
import { metaValues } from './metadata/read-meta-tags.ts';

/** A page with this many points is refused. One that declares itself an article may have more. */
const MOST_POINTS = 3;
const BENEFIT_OF_DECLARED = 2;

/** Weighted characters of prose below which there is nothing to read. */
const NEXT_TO_NOTHING = 40;
const LITTLE = 600;
const SHORT_PARAGRAPH = 220;

const HOME_PATH = /^\/(?:(?:index|default)(?:\.\w+)?|(?:.*\/)?home(?:\.\w+)?|[a-z]{2}(?:-[a-z]{2})?\/?)?$/i;
const SEARCH_PATH = /\/(?:search|suche|buscar|recherche|cerca|zoeken|sogou|s)(?:[/.]|$)/i;
const SEARCH_QUERY = /[?&](?:q|s|query|keyword|keywords|search|wd|word|kw|text)=[^&]/i;
const VIDEO_PATH = /\/(?:watch|video|videos|shorts|v_show|bangumi)(?:[/?.]|$)/i;

/** Why a page that has text is still not an article. */
interface Evidence {
  points: number;
  /**
   * The address or the declared type speaks against the page. The form of its text alone does not: a list of links may
   * be what the person wants to read.
   */
  decisive: boolean;
}

/**
 * Throws `not-an-article` for home pages, search results and video pages. It is generous: to refuse an article is worse
 * than to show a list of headlines.
 */
export function refuseOtherPages(body: HTMLElement, page: PageContext): void {
  if (isShort(body) && !isAllThereIs(page.live)) {
    const prose = measureText(body).get(body)?.prose ?? 0;
    if (prose < NEXT_TO_NOTHING) throw new RectoError('not-an-article');
  }
  const { points, decisive } = weigh(body, page);
  const allowed = MOST_POINTS + (declaresArticle(page.clone) ? BENEFIT_OF_DECLARED : 0);
  if (decisive && points >= allowed) throw new RectoError('not-an-article');
}

const isShort = (body: HTMLElement): boolean => rawText(body).trim().length < 2 * NEXT_TO_NOTHING;

/**
 * Whether a short page (a note, a text file, two pictures) has nothing that could still fill it, or that it exists for.
 */
const isAllThereIs = (live: Document): boolean =>
  isShort(live.body) && !findFirst(live, 'script, form, iframe, video, canvas');

function weigh(body: HTMLElement, { url, clone }: PageContext): Evidence {
  const evidence: Evidence = { points: 0, decisive: false };
  const add = (points: number) => {
    evidence.points += points;
  };
  const { pathname, search } = URL.canParse(url) ? new URL(url) : { pathname: '/x', search: '' };
  if (HOME_PATH.test(pathname) && search === '') add(1);
  if (SEARCH_QUERY.test(search) && (SEARCH_PATH.test(pathname) || HOME_PATH.test(pathname))) add(2);
  else if (SEARCH_PATH.test(pathname)) add(1);
  if (/^video/i.test(metaValues(clone, 'og:type')[0] ?? '') || VIDEO_PATH.test(pathname)) add(1.5);
  evidence.decisive = evidence.points > 0;
  if (evidence.decisive) weighText(body, add);
  return evidence;
}

function weighText(body: HTMLElement, add: (points: number) => void): void {
  const whole = measureText(body).get(body);
  const linked = whole && whole.chars > 0 ? whole.linked / whole.chars : 0;
  if (linked > 0.4) add(1.5);
  else if (linked > 0.25) add(0.5);
  const headings = findAll(body, 'h1, h2, h3, h4');
  const links = headings.filter((heading) => findFirst(heading, 'a[href]') || heading.closest('a[href]')).length;
  if (links >= 5 && links > headings.length * 0.6) add(1.5);
  if ((whole?.prose ?? 0) < LITTLE) add(1);
  const longest = Math.max(0, ...findAll(body, 'p, div, li, td').map((element) => ownProse(element)));
  if (longest < SHORT_PARAGRAPH) add(0.5);
}

/** Text of an element that has no blocks inside. */
function ownProse(element: Element): number {
  return findFirst(element, 'p, div, li, td') ? 0 : rawText(element).replace(/\s+/g, '').length;
}

function declaresArticle(page: Document): boolean {
  return /article/i.test(metaValues(page, 'og:type')[0] ?? '') || metaValues(page, 'article:published_time').length > 0;
}
