import { SENTENCE_END } from '../choosing/text-measure.ts';
import { attributeOf, findAll, findFirst, namesOf, rawText } from '../find-elements.ts';
import { textOf } from '../markup/elements.ts';
import { oncePerPage } from '../once-per-page.ts';

/**
 * Words that sites put into `class` and `id` to name what is around an article. Matched against the words of both
 * attributes, split at dashes, underscores and changes of case, with a dash before, between and after them
 * (`PostShareBar` is `-post-share-bar-`): `related` is also `related-posts`.
 */
const NAMES = [
  // Site navigation.
  'nav(?:bar|box|igation)?|(?:sub)?menu|(?:bread-?)?crumbs?|pagination|pager|page-numbers|skip-(?:link|to-content)|site-header|masthead|top-?bar|footer|side-?bar|sidenav|toc|table-of-contents|on-this-page|back-to-top|lang(?:uage)?-switch(?:er)?|search-?(?:form|box)|prev-?next|next-?prev',
  // Share bars.
  'shar(?:es?|ing|ebar|edaddy|ethis)|addtoany|addthis|socials?|sns|bdsharebuttonbox|bshare|(?:post|article)-tools|jiathis|(?:print|email|like)-button|follow-(?:us|me)',
  // Lists of other articles.
  'related(?:posts)?|recommend(?:ed|ations?)?|recirc(?:ulation)?|read-?more(?=-$|-link|-button)|read-next|(?:may|also)-like|up-next|next-up|most-(?:read|popular)|trending|(?:latest|more|similar|other|recent)-(?:from|stories|news|posts|articles)|outbrain|taboola|popular-posts|similar-products|suggest(?:ed|ions)',
  // Newsletter boxes and other calls.
  'news-?letter|subscri(?:be|ption)|sign-?up|opt-?in|mailing-list|cta|call-to-action|donat(?:e|ion)|promo(?:s|box|ted|tion)?|(?:pay|reg)wall|app-download|download-app|qr-?code|lead-(?:magnet|form)',
  // Cookie walls and overlays.
  'cookies?|consent|gdpr|onetrust|didomi|modal|pop-?up|toast|tooltip|snackbar|off-?canvas|flyout|display-none',
  // Comments, and what asks whether the page helped; TypeDoc calls so what the code's own comments say, as phpDocumentor `tag-list` what they say of a method.
  '(?<!tsd-)comments?|respond|disqus|replies|feedback|helpful',
  // Advertisements.
  'ads?(?:box|ense)?|adv(?!-head)(?:ert(?:s|ising|isements?)?)?|sponsor(?:s|ed)?|(?:affiliate|advertiser)-disclosure',
  // Lines about the article that are shown beside it.
  'byline|author-?(?:bio|box|card|info|profile)|about-(?:the-)?author|post-author|meta-info|(?:post|entry|article|page)-(?:meta|info|foot|rate)|tags|(?<!mentor-)tag-?(?:list|cloud)|post-categories|cat-?links|read(?:ing)?-time|screen-reader-text|sr-only|visually-?hidden|print-(?:only|hidden|none)|hidden-print|noprint|edit-link|version-badge|editsection|printfooter|copyright|ratings?|votes?|likes|(?:audio-player|video)-controls',
].join('|');

/** `no-sidebar`, `hide-from-toc` and `sidebar-false` name what is not there, `with-sticky-navbar` what is beside it. */
const ANY = new RegExp(
  `(?<!-(?:no|hide|with(?:out|-sticky)?)(?:-from|-on)?)-(?:${NAMES})-(?!(?:.*-)?(?:false|none)-$)`,
);

/** Whole names that are hardly ever wrong. */
const CERTAIN =
  /^--?(?:(?:site|main|page|top)-)?(?:nav(?:bar|igation)?|(?:mega)?menu|comments|comment-?list|modal|(?:alert)?dialog|popup|cookies?|consent|onetrust|site-footer)(?:-(?:list|section|area|wrap(?:per)?|container|box|content))?--?$/;

/**
 * The words of `class` and `id` in lower case, between dashes; the two attributes are tried apart. CSS Modules put five
 * letters behind a name, in which any word may stand by chance: `table_root__adKqa` is no advertisement.
 */
function dashed(value: string): string {
  const words = value
    .replace(/__(?=\w*[A-Z\d])\w{5}$/, '')
    .replace(/([a-z\d])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-');
  return `-${words}-`;
}

/** Pages repeat their class attributes, and the names in them: each is split, and tried, once. */
const known = new Map<string, boolean>();

/** Whether a name in the value of `class` or `id` is one of `NAMES`. */
function hasName(names: string): boolean {
  let matches = known.get(names);
  if (matches === undefined) {
    const list = names.split(/\s+/);
    matches = list.length > 1 ? list.some(hasName) : isNamed(names, ANY);
    if (known.size < 20_000) known.set(names, matches);
  }
  return matches;
}

/** Whether class or id name something that stands around an article. */
export function namesBoilerplate(element: Element): boolean {
  const classes = attributeOf(element, 'class');
  if (/^H\d/.test(element.tagName)) return hasName(classes.replace(LISTED, ''));
  if (isListed(element)) return false;
  return (
    hasName(classes) ||
    (hasName(element.id) && !isSection(element, element.closest(HEADINGS) ?? findFirst(element, HEADINGS)))
  );
}

/**
 * Classes that say a heading is listed elsewhere: `toc`, `navigation-heading`. Its id says nothing at all, since sites make
 * it of its words, and articles have headings such as "What is social shopping?". Bounded
 * before the word: a class of a million letters would else be tried from each of them.
 */
const LISTED = /\S{0,60}(?:toc|nav)\S*/gi;

/** Generators of contents name the sections they list `toc_1`. Contents themselves do not end as a sentence. */
const isListed = (element: Element): boolean =>
  /^toc[-_]/.test(element.id) &&
  (contentsOf(element.ownerDocument).has(element.id) || SENTENCE_END.test(rawText(element).trim()));

const HEADINGS = 'h1, h2, h3, h4, h5, h6, dt';

/**
 * Whether the id is where the contents lead: a manual has sections on cookies and on sharing. The heading then links to
 * itself, or a link elsewhere has its words.
 */
function isSection({ id, ownerDocument }: Element, heading: Element | null): boolean {
  return (
    heading !== null &&
    // Names of code have dots, as `http.cookies`.
    (id.includes('.') ||
      findAll(heading, 'a').some((link) => attributeOf(link, 'href').endsWith(`#${id}`)) ||
      contentsOf(ownerDocument).has(`${id} ${textOf(heading)}`))
  );
}

/** Where links of a page lead in it, and that with what they say, in one text each; gathered once. */
const contentsOf = oncePerPage(
  (page) =>
    new Set(
      findAll(page, 'a[href*="#"]').flatMap((link) => {
        const id = attributeOf(link, 'href').split('#')[1] ?? '';
        return [id, `${id} ${textOf(link)}`];
      }),
    ),
);

/** Whether class, id or role name something that holds no article, nearly without doubt. */
export function surelyNamesBoilerplate(element: Element): boolean {
  return `${namesOf(element)} ${attributeOf(element, 'role')}`.split(/\s+/).some((name) => isNamed(name, CERTAIN));
}

/** Longer names are made by machines. */
const isNamed = (name: string, pattern: RegExp): boolean => name.length <= 60 && pattern.test(dashed(name));
