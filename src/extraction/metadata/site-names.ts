import { isAscii, lettersAndDigits } from '../../model/text/letters.ts';
import { attributeOrNull, findFirst, rawText } from '../find-elements.ts';
import { findNamed } from '../find-named.ts';
import { oncePerPage } from '../once-per-page.ts';
import { readLinkedData } from './read-linked-data.ts';
import { metaValues } from './read-meta-tags.ts';

/** The letters and digits of a text, in lower case and without accents. Titles and names are compared in this form. */
export function squeeze(text: string): string {
  const plain = isAscii(text) ? text : text.normalize('NFKD').replace(/[\u0300-\u036f]+/g, '');
  return lettersAndDigits(plain).toLowerCase();
}

/** Labels of host names that do not name the site: `www`, `amp`, the second level of `co.uk` and `com.cn`. */
const PUBLIC_PARTS = /^(?:www\d|m|mobile|blog|news|[a-z]{2,3})$/;

/** Elements with the site's name: a logo, or the link to the home page. */
const HOME =
  '.logo img[alt], .site-logo img[alt], header a[href="/"] img[alt], .site-title, .site-name, .navbar-brand, ' +
  '[rel~="home"], header a[href="/"]';

/** Meta tags with the site's name. */
const NAMED =
  'og:site_name application-name apple-mobile-web-app-title sitename publisher dc.publisher citation_journal_title twitter:site';

/**
 * The names of a site, as `squeeze` gives them: those that the page declares, and its host and the labels in it that
 * name it.
 */
export interface SiteNames {
  readonly declared: readonly string[];
  readonly hosts: readonly string[];
}

/**
 * Collects the names of a page's site. A long value that the page's title begins with is the title, not the site's
 * name.
 */
export const readSiteNames = oncePerPage((page, url: string): SiteNames => {
  const own = squeeze(findFirst(page, 'title')?.textContent ?? '');
  const declared = [
    ...metaValues(page, NAMED),
    ...readLinkedData(page).sites,
    ...findNamed(page, HOME)
      .slice(0, 6)
      .map((home) => attributeOrNull(home, 'alt') ?? home.textContent),
    // A first heading that leads home, unless it is the beginning of the page's title.
    ...findNamed(page, 'h1 a[href="/"]')
      .map(rawText)
      .filter((name) => !own.startsWith(squeeze(name))),
  ]
    .map((name) => squeeze(name ?? ''))
    .filter((name) => name.length > 1 && name.length < 80 && !(name.length > 9 && own.startsWith(name)));
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  const labels = host.split('.').slice(0, -1);
  const hosts = [
    ...labels.filter((label) => !PUBLIC_PARTS.test(label)),
    labels.at(-1) ?? '',
    host.replace(/^www\./, ''),
  ];
  return {
    declared: [...new Set(declared)],
    hosts: [...new Set(hosts.map(squeeze))].filter((label) => label.length > 1),
  };
});

/**
 * Whether a piece of a title is the site's name: equal to it, similar to it, or similar to a label of its host. A whole
 * title or heading (`as` is `whole`) must be equal to a name, since an article on a company's site may mention its
 * name.
 */
export function isSiteName(piece: string, { declared, hosts }: SiteNames, as: 'piece' | 'whole' = 'piece'): boolean {
  const name = squeeze(piece);
  if (!name) return true;
  if (as === 'whole') return declared.includes(name) || hosts.includes(name);
  if (declared.some((site) => site === name || (site.length > 3 && isNearlySame(site, name)))) return true;
  const withoutArticle = name.replace(/^the/, '');
  return hosts.some(
    (host) =>
      host === withoutArticle ||
      (host.length > 3 && (name.startsWith(host) || name.endsWith(host)) && name.length < host.length * 2.5) ||
      (name.length > 3 && host.includes(withoutArticle)),
  );
}

/** Whether one name contains the other and is hardly longer: "Guardian" and "The Guardian", "少数派" and "少数派sspai". */
function isNearlySame(one: string, two: string): boolean {
  const [short, long] = one.length < two.length ? [one, two] : [two, one];
  return long.includes(short) && /\p{sc=Han}|.{3}/u.test(short) && long.length <= short.length * 2.5;
}
