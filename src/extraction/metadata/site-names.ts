import { isAscii, lettersAndDigits } from '../../model/letters.ts';
import { attributeOrNull, findFirst, findNamed } from '../find-elements.ts';
import { oncePerPage } from '../once-per-page.ts';
import { readLinkedData } from './read-linked-data.ts';
import { readMetaTags } from './read-meta-tags.ts';

/** Letters and digits only, lower-cased, accents dropped: how titles and names are compared. */
export function squeeze(text: string): string {
  const plain = isAscii(text) ? text : text.normalize('NFKD').replace(/[\u0300-\u036f]+/g, '');
  return lettersAndDigits(plain).toLowerCase();
}

/** Parts of hosts that say nothing of the site: `www`, `amp`, the second level of `co.uk` and `com.cn`. */
const PUBLIC_PARTS = /^(?:www\d|m|mobile|blog|news|[a-z]{2,3})$/;

/** Where pages name their site: a logo, or the link home. */
const HOME =
  '.logo img[alt], .site-logo img[alt], header a[href="/"] img[alt], .site-title, .site-name, .navbar-brand, [rel~="home"], header a[href="/"]';

/** Tags that name it. */
const NAMED =
  'og:site_name application-name apple-mobile-web-app-title sitename publisher dc.publisher citation_journal_title twitter:site'.split(
    ' ',
  );

/** What a page may call its site, squeezed: declared names first, then the telling labels of its host. */
export interface SiteNames {
  readonly declared: readonly string[];
  readonly hosts: readonly string[];
}

/** Collects the names; what starts with the page's own title is not a site's name, whatever field it stands in. */
export const readSiteNames = oncePerPage((page, url: string): SiteNames => {
  const tags = readMetaTags(page);
  const own = squeeze(findFirst(page, 'title')?.textContent ?? '');
  const declared = [
    ...NAMED.map((key) => tags.get(key)?.[0]),
    ...readLinkedData(page).sites,
    ...findNamed(page, HOME)
      .slice(0, 6)
      .map((home) => attributeOrNull(home, 'alt') ?? home.textContent),
  ]
    .map((name) => squeeze(name ?? ''))
    .filter((name) => name.length > 1 && name.length < 80 && !(name.length > 9 && own.startsWith(name)));
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  const labels = host.split('.').slice(0, -1);
  const hosts = [...labels.filter((label) => !PUBLIC_PARTS.test(label)), labels.at(-1) ?? ''];
  return {
    declared: [...new Set(declared)],
    hosts: [...new Set(hosts.map(squeeze))].filter((label) => label.length > 1),
  };
});

/**
 * Whether a piece of a title is the site's name and not the article's: equal to it, much like it, or like its host.
 * A whole title or heading (`as: 'whole'`) must be equal to a name: an article on a firm's own site may well name it.
 */
export function isSiteName(piece: string, { declared, hosts }: SiteNames, as: 'piece' | 'whole' = 'piece'): boolean {
  const name = squeeze(piece);
  if (!name) return true;
  if (as === 'whole') return declared.includes(name) || hosts.includes(name);
  if (declared.some((site) => site === name || (site.length > 3 && near(site, name)))) return true;
  const withoutArticle = name.replace(/^the/, '');
  return hosts.some(
    (host) =>
      host === withoutArticle ||
      (host.length > 3 && (name.startsWith(host) || name.endsWith(host)) && name.length < host.length * 2.5) ||
      (name.length > 3 && host.includes(withoutArticle)),
  );
}

/** One name inside the other, most of it: "Guardian" and "The Guardian", "少数派" and "少数派sspai". */
function near(one: string, two: string): boolean {
  const [short, long] = one.length < two.length ? [one, two] : [two, one];
  return long.includes(short) && /\p{sc=Han}|.{3}/u.test(short) && long.length <= short.length * 2.5;
}
