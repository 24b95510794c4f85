import { leadsElsewhere } from '../model/address/leads-elsewhere.ts';
import { normaliseUrl } from '../model/address/normalise-url.ts';
import type { SavedMetadata } from '../model/saved-article.ts';

/**
 * Whether an item stands for the link of an address that has led to it. One that was fetched does so for its own link
 * alone: redirects that nobody saw may have led many links to one page, which is the article of none of them.
 */
export function standsFor({ fetched, url }: Pick<SavedMetadata, 'fetched' | 'url'>, alias: string): boolean {
  if (fetched?.outcome !== 'kept' || !leadsElsewhere(alias, url)) return true;
  return fetched.link !== undefined && normaliseUrl(fetched.link.url) === alias;
}
