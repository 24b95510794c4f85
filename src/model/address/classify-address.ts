import type { ErrorCode } from '../errors/error-code.ts';

/**
 * Hosts that browsers close to extensions. Chrome: `chromewebstore.google.com` and the old store; Edge and Opera: their
 * stores; Firefox: the default of `extensions.webextensions.restrictedDomains`. A host that only another browser
 * restricts is read all the same, because this list only explains a failure and causes none.
 */
const RESTRICTED_HOSTS = new Set([
  'chromewebstore.google.com',
  'microsoftedge.microsoft.com',
  'addons.opera.com',
  'accounts-static.cdn.mozilla.net',
  'accounts.firefox.com',
  'addons.cdn.mozilla.net',
  'addons.mozilla.org',
  'api.accounts.firefox.com',
  'content.cdn.mozilla.net',
  'discovery.addons.mozilla.org',
  'oauth.accounts.firefox.com',
  'profile.accounts.firefox.com',
  'support.mozilla.org',
  'sync.services.mozilla.com',
]);

const EXTENSION_PROTOCOLS = new Set(['chrome-extension:', 'moz-extension:', 'extension:', 'safari-web-extension:']);
const READABLE_PROTOCOLS = new Set(['http:', 'https:', 'file:', 'data:', 'blob:', 'ftp:']);

const MEDIA = /\.(?:png|jpe?g|gif|webp|avif|svg|bmp|ico|mp4|m4v|webm|mov|mp3|m4a|ogg|oga|ogv|wav|flac)$/i;
const DATA = /\.(?:xml|rss|atom|json|jsonl|csv|tsv|txt|yaml|yml)$/i;

/**
 * Says why the page at an address could not be read, if the address tells; else null. To be asked after reading has
 * failed, because an address that ends in `.pdf` may still be an HTML page.
 *
 * @param ownOrigin where Recto's own pages are, such as `chrome-extension://abc/`
 */
export function classifyAddress(address: string, ownOrigin: string): ErrorCode | null {
  if (!URL.canParse(address)) return null;
  const { protocol, hostname, pathname } = new URL(address);
  if (address.startsWith(ownOrigin)) return 'own-page';
  if (EXTENSION_PROTOCOLS.has(protocol)) return 'other-extension';
  if (!READABLE_PROTOCOLS.has(protocol)) return 'restricted';
  if (isStore(hostname, pathname)) return 'restricted-store';
  if (/\.pdf$/i.test(pathname)) return 'pdf';
  if (MEDIA.test(pathname)) return 'media';
  if (DATA.test(pathname)) return 'data-document';
  return protocol === 'file:' ? 'file-access' : null;
}

function isStore(hostname: string, pathname: string): boolean {
  return RESTRICTED_HOSTS.has(hostname) || (hostname === 'chrome.google.com' && pathname.startsWith('/webstore'));
}
