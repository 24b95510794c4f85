import { isOwnNetwork } from './is-own-network.ts';
import { siteOf } from './site.ts';

const isOwn = (url: string): boolean => {
  const site = siteOf(url);
  return site !== null && isOwnNetwork(site);
};

/**
 * Whether an address leads from elsewhere into the person's own network: a page of the web that names a picture on the
 * router, or a server that redirects to it. A page that is itself on that network may show what is there.
 */
export const leadsIntoOwnNetwork = (url: string, from: string): boolean => isOwn(url) && !isOwn(from);
