import { decodeSafely } from '../model/decode-safely.ts';
import { latePattern } from '../model/late-pattern.ts';
import { callInPage } from '../platform/run-in-page.ts';

const MAX_LENGTH = 300;

const TWO_LETTERS = latePattern(String.raw`\p{L}{2}`, 'u');

/**
 * A title for a link that was not opened: its text where the browser tells it (Firefox) or the page can be asked, else
 * the last readable part of its address.
 */
export async function titleOfLink(link: { url: string; text: string | undefined }, tabId: number): Promise<string> {
  const asked = link.text?.trim() || (await callInPage(tabId, findLinkText, link.url).catch(() => null));
  const text = typeof asked === 'string' ? asked.replace(/\s+/g, ' ').trim() : '';
  return text === '' ? titleFromAddress(link.url) : text.slice(0, MAX_LENGTH);
}

/** Runs in the page. A picture and a headline often lead to one address: the longest text is the headline. */
function findLinkText(url: string): string {
  const texts = [...document.querySelectorAll<HTMLAnchorElement>('a[href]')]
    .filter((link) => link.href === url)
    .map((link) => link.textContent.trim() || link.title || link.querySelector('img')?.alt || '');
  return texts.reduce((longest, text) => (text.length > longest.length ? text : longest), '');
}

/** `https://news.example/2026/the-harbour-at-night.html` gives "the harbour at night"; an address without one its host. */
export function titleFromAddress(address: string): string {
  if (!URL.canParse(address)) return address;
  const { hostname, pathname } = new URL(address);
  const segment = pathname.split('/').findLast((part) => part !== '') ?? '';
  const words = decodeSafely(segment)
    .replace(/\.[a-z]{2,5}$/i, '')
    .replace(/[-_+]+/g, ' ')
    .trim();
  return TWO_LETTERS().test(words) ? words : `${hostname}${pathname === '/' ? '' : pathname}`;
}
