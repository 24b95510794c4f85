import { pattern } from '../../model/pattern.ts';
import { SENTENCE_END } from '../choosing/text-measure.ts';
import { attributeOf, findAll, findFirst, namesOf, rawText } from '../find-elements.ts';
import { textOf } from '../markup/elements.ts';
import { oncePerPage } from '../once-per-page.ts';

/**
 * Words in `class` and `id` that name boilerplate, that is, what is around an article. They are matched against names
 * in the form that `dashedWords` gives them (`PostShareBar` is `-post-share-bar-`), so that `related` also matches
 * `related-posts`. `no-sidebar`, `hide-from-toc` and `sidebar-false` say that something is absent, `with-sticky-navbar`
 * and `has-tooltip` that it is elsewhere.
 */
const ANY_NAME = pattern()`
  (?<!-(no|has|hide|with(out|-sticky)?)(-from|-on)?)-(
    # Site navigation. Bootstrap's blockquote-footer says who is quoted.
    nav(bar|box|igation)?|(sub)?menu|(bread-?)?crumbs?|pag(ination|er|e-numbers)|skip-(link|to-content)|site-header|masthead
    |top-?bar|(?<!quote-)footer|side(-?bar|nav)|toc|table-of-contents|on-this-page|back-to-top|lang(uage)?-switch\w*
    |search-?(form|box)|prev-?next|next-?prev
    # Share bars.
    |shar(es?|ing|ebar|edaddy|ethis)|addtoany|addthis|socials?|sns|bdsharebuttonbox|bshare|jiathis
    |(print|email|like)-button|follow-(us|me)
    # Lists of other articles, and what somebody pays for.
    |(related|recommend|recirc|sponsor|promo)\w*|read-?more(?=-$|-link|-button)|(read|up)-next|(may|also)-like|next-up
    |most-(read|popular)|trending|(latest|more|similar|other|recent)-(from|stories|news|posts|articles)|outbrain|taboola
    |popular-posts|similar-products|suggest(ed|ions)
    # Newsletter boxes and other calls.
    |news-?letter|subscri(be|ption)|sign-?up|opt-?in|mailing-list|cta|call-to-action|donat\w+|(pay|reg)wall|app-download
    |download-app|qr-?code|lead-(magnet|form)
    # Cookie walls and overlays.
    |cookies?|consent|gdpr|onetrust|didomi|modal|pop-?up|toast|tooltip|snackbar|off-?canvas|flyout|display-none
    # Comments, and boxes that ask whether the page helped. TypeDoc's tsd-comment is text from comments in the code.
    |(?<!tsd-)comments?|respond|disqus|replies|feedback|helpful
    # Advertisements.
    |ads?(box|ense)?|adv(?!-head)(ert(?!e)\w*)?|affiliate-disclosure
    # Facts about the article that are shown beside it. phpDocumentor's phpdocumentor-tag-list documents a method.
    |byline|quarto-title-meta|(author|journalist|reporter|writer)-?(bio|box|card|info|profile)|(post|about(-the)?)-author
    |meta-info|(post|entry|article|page)-(meta|info|foot|rate|tools)|tags|(?<!mentor-)tag-?(list|cloud)|post-categories
    |cat-?links|read(ing)?-time|screen-reader-text|sr-only|visually-?hidden|print-?(only|hidden|none|footer)|hidden-print
    |noprint|edit-?(link|section)|version-badge|copyright|ratings?|votes?|likes|(audio-player|video)-controls
  )-(?!(.*-)?(false|none)-$)`;

/** Whole names that nearly always mean boilerplate. */
const CERTAIN_NAME = pattern()`
  ^--?(?:(?:site|main|page|top)-)?(?:
    nav(?:bar|igation)?|(?:mega)?menu|comment(?:s|-?list)|modal|(?:alert)?dialog|popup|cookies?|consent|onetrust|site-footer
  )(?:-(?:list|section|area|wrap\w*|container|box|content))?--?$`;

/**
 * A class or id as words in lower case with a dash before, between and after them. The five characters that CSS Modules
 * add to a name are dropped, since they may contain any word by chance: `table_root__adKqa` is not an advertisement.
 */
function dashedWords(value: string): string {
  const words = value
    .replace(/__(?=\w*[A-Z\d])\w{5}$/, '')
    .replace(/[a-z\d](?=[A-Z])/g, '$&-')
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-');
  return `-${words}-`;
}

/** Answers of `hasName`. Class attributes, and the names in them, occur many times in a page. */
const known = new Map<string, boolean>();

/** Whether one of the names in a `class` or `id` attribute contains one of `ANY_NAME`. */
function hasName(names: string): boolean {
  let matches = known.get(names);
  if (matches === undefined) {
    const list = names.split(/\s+/);
    matches = list.length > 1 ? list.some(hasName) : isGiven(names) && ANY_NAME.test(dashedWords(names));
    if (known.size < 20_000) known.set(names, matches);
  }
  return matches;
}

/** Whether the class or the id of an element names boilerplate. */
export function namesBoilerplate(element: Element): boolean {
  const classes = attributeOf(element, 'class');
  if (/^H\d/.test(element.tagName)) return hasName(classes.replace(LISTED, ''));
  if (isListed(element)) return false;
  return hasName(classes) || (hasName(element.id) && !isSection(element));
}

/**
 * Classes of a heading that say that it is listed elsewhere: `toc`, `navigation-heading`. They are not counted. (Its id
 * is not asked at all, since sites make it from its words, and an article may have the heading "What is social
 * shopping?".) The bound of 60 keeps the time linear in the length of a class.
 */
const LISTED = /\S{0,60}(?:toc|nav)\S*/gi;

/**
 * Whether an element is a section that a table of contents lists. Generators name such sections `toc_1`. The table
 * itself may be named so, too, but does not end like a sentence.
 */
const isListed = (element: Element): boolean =>
  /^toc[-_]/.test(element.id) &&
  (contentsOf(element.ownerDocument).has(element.id) || SENTENCE_END.test(rawText(element).trim()));

const HEADINGS = 'h1, h2, h3, h4, h5, h6, dt';

/**
 * Whether an element is a section with its id made from its heading, as manuals have on cookies and on sharing. Then
 * the heading links to itself, or a link elsewhere leads to the id with the heading's words; or the element is in a
 * heading and has no other words than its id, as the `span` in each heading of MediaWiki's. (A box around a heading with
 * no other words, `<div id="advertisement">`, holds what is drawn without words.)
 */
function isSection(element: Element): boolean {
  const { id } = element;
  const around = element.closest(HEADINGS);
  const heading = around ?? findFirst(element, HEADINGS);
  return (
    !!heading &&
    // Names in code contain dots: `http.cookies`.
    (id.includes('.') ||
      (around && dashedWords(id) === dashedWords(rawText(element))) ||
      findAll(heading, 'a').some((link) => attributeOf(link, 'href').endsWith(`#${id}`)) ||
      contentsOf(element.ownerDocument).has(`${id} ${textOf(heading)}`))
  );
}

/** The targets of links within a page: each id alone, and each id followed by the text of the link. */
const contentsOf = oncePerPage(
  (page) =>
    new Set(
      findAll(page, 'a[href*="#"]').flatMap((link) => {
        const id = attributeOf(link, 'href').split('#')[1];
        return [id, `${id} ${textOf(link)}`];
      }),
    ),
);

/** Whether class, id or role name something that nearly always is boilerplate. */
export function surelyNamesBoilerplate(element: Element): boolean {
  return `${namesOf(element)} ${attributeOf(element, 'role')}`
    .split(/\s+/)
    .some((name) => isGiven(name) && CERTAIN_NAME.test(dashedWords(name)));
}

/** Whether people gave a class or id its name. Names of more than 60 characters are generated, and are not asked. */
const isGiven = (name: string): boolean => name.length <= 60;
