import { pattern } from '../pattern.ts';
import { siteOf } from './site.ts';

/**
 * Whether an address leads from elsewhere into the person's own network: a web page that names a picture on the router,
 * or a server that redirects there. A page that is itself on that network may show what is there.
 */
export const leadsIntoOwnNetwork = (url: string, from: string): boolean => isOwn(url) && !isOwn(from);

const isOwn = (url: string): boolean => {
  const site = siteOf(url);
  return site !== null && isOwnNetwork(site);
};

/**
 * Host names of one label, and those that no public name server answers for: RFC 6761, 6762 with its appendix G, 8375,
 * and those that routers and offices use. Of `.box`, which is a public domain, only the name that routers in millions
 * of homes have.
 */
const OWN_NAME = pattern('i')`
  ^(?:localhost|[^.[]+)$
  |\.(?:localhost|localdomain|local|lan|home|corp|internal|intranet|private|home\.arpa)$
  |(?:^|\.)fritz\.box$`;
/**
 * Loopback, private, shared, link-local, benchmarking, multicast and reserved addresses, as `URL` writes them: what is not
 * globally reachable by https://www.iana.org/assignments/iana-ipv4-special-registry. Those for examples are on no network.
 */
const OWN_ADDRESS = pattern()`
  ^(?:0|10|127|22[4-9]|2[345]\d)\.
  |^169\.254\.
  |^192\.(?:168|0\.0)\.
  |^198\.1[89]\.
  |^172\.(?:1[6-9]|2\d|3[01])\.
  |^100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.`;
/**
 * The same for IPv6 (https://www.iana.org/assignments/iana-ipv6-special-registry), and anything that wraps an IPv4 address
 * (mapped, NAT64, Teredo, 6to4), whichever that is.
 */
const OWN_ADDRESS_6 = /^\[(?:::|64:ff9b:|100:|2001:(?::|1?[\da-f]{1,2}:)|2002:|5f00:|f[cdf]|fe[89a-f])/i;

/**
 * Whether a host, as `URL` writes it, is of the person's own machine or network. A file of links may come from anybody,
 * and a request to a router may do things, so Recto makes none by itself. A public name for such an address is not
 * recognised: an extension cannot resolve names.
 */
export function isOwnNetwork(hostname: string): boolean {
  // `localhost.` is the same host as `localhost`.
  const host = hostname.replace(/\.+$/, '');
  return OWN_NAME.test(host) || OWN_ADDRESS.test(host) || OWN_ADDRESS_6.test(host);
}
