import { normaliseUrl } from './normalise-url.ts';

/**
 * Whether a redirect from one address to another may have led to another page. One that changes the scheme, the slash at
 * the end or `www.`, or goes from the site for phones to the ordinary one, leads to the page itself.
 */
export const leadsElsewhere = (from: string, to: string): boolean => plain(from) !== plain(to);

const plain = (address: string): string =>
  normaliseUrl(address)
    .replace(/^https:\/\/(?:www|m|mobile)\./, 'https://')
    .replace(/\/(?=$|\?)/, '');
