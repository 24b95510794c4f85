import { normaliseUrl } from '../../model/normalise-url.ts';
import type { PageSeries } from '../../model/page-series.ts';
import { attributeOf, findAll } from '../find-elements.ts';

/**
 * The address of a page of a series, as another page of it links to it; null where it does not, or to another origin.
 *
 * @param base where the relative links of `page` start
 */
export function linkToPage(page: Document, base: string, series: PageSeries, number: number): string | null {
  const key = series.keyOf(number);
  for (const link of findAll(page, 'a[href], link[rel~=next i]')) {
    const said = attributeOf(link, 'href').trim();
    if (!said || !URL.canParse(said, base)) continue;
    const { href, origin } = new URL(said, base);
    if (origin === new URL(base).origin && normaliseUrl(href) === key) return href.replace(/#.*$/s, '');
  }
  return null;
}
