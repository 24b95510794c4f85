import { readLinkedData } from './read-linked-data.ts';
import { firstMeta, readMetaTags } from './read-meta-tags.ts';

/** Letters and digits only, lower-cased, accents dropped: how titles and names are compared. */
export function squeeze(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}

/** Second-level parts of hosts that say nothing of the site (`co.uk`, `com.cn`). */
const PUBLIC_PARTS = /^(?:www\d?|m|mobile|amp|blog|news|com?|org|net|gov|edu|ac|[a-z]{2,3})$/;

/** What a page may call its site, squeezed: declared names first, then the telling labels of its host. */
export interface SiteNames {
  declared: string[];
  hosts: string[];
}

export function readSiteNames(page: Document, url: string): SiteNames {
  const tags = readMetaTags(page);
  const declared = [
    firstMeta(tags, ['og:site_name', 'application-name', 'apple-mobile-web-app-title', 'publisher', 'dc.publisher', 'citation_journal_title']),
    firstMeta(tags, ['twitter:site']),
    ...readLinkedData(page).sites,
    page.querySelector('.logo img, .site-logo img, header a[href="/"] img')?.getAttribute('alt') ?? null,
    page.querySelector('.site-title, .site-name, .navbar-brand, [rel="home"], header a[href="/"]')?.textContent ?? null,
  ]
    .map((name) => squeeze(name ?? '').slice(0, 60))
    .filter((name) => name.length > 1);
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  const labels = host.split('.').slice(0, -1);
  const hosts = [...labels.filter((label) => !PUBLIC_PARTS.test(label)), labels.at(-1) ?? ''].map(squeeze).filter((label) => label.length > 1);
  return { declared: [...new Set(declared)], hosts: [...new Set(hosts)] };
}

/** Whether a piece of a title is the site's name and not the article's: equal to it, or to its host, or all initials of it. */
export function isSiteName(piece: string, { declared, hosts }: SiteNames): boolean {
  const name = squeeze(piece);
  if (!name) return true;
  if (declared.some((site) => site === name || (site.length > 3 && near(site, name)))) return true;
  const withoutArticle = name.replace(/^the/, '');
  const initials = (piece.match(/\b[\p{L}\p{N}]/gu) ?? []).join('').toLowerCase();
  return hosts.some(
    (host) =>
      host === name || host === withoutArticle ||
      (host.length > 3 && (name.startsWith(host) || name.endsWith(host)) && name.length < host.length * 2.5) ||
      (name.length > 3 && host.includes(withoutArticle)) ||
      (initials.length > 1 && host === initials),
  );
}

/** One name inside the other, most of it: "Guardian" and "The Guardian", "少数派" and "少数派sspai". */
function near(one: string, two: string): boolean {
  const [short, long] = one.length < two.length ? [one, two] : [two, one];
  return long.includes(short) && (short.length >= 3 || /\p{sc=Han}{2}/u.test(short)) && long.length <= short.length * 2.5;
}
