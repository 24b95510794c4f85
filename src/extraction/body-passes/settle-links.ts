import { decodeSafely } from '../../model/address/decode-safely.ts';
import { isTrackingParameter } from '../../model/address/normalise-url.ts';
import type { BodyPass } from '../extraction-pass.ts';
import { attributeOf, attributeOrNull, findAll } from '../find-elements.ts';
import { unwrap } from '../markup/elements.ts';
import { baseOf, resolveAddress } from '../resolve-address.ts';

/** Pages that only redirect, and the parameters that hold where to. */
const PASSING_ON =
  /^https?:\/\/[^/?#]*(?:\blink\b|\/?(?:link|redirect|jump|goto|go|out|away|external|leave|l\.php|url)\b)[^?#]*\?/i;
const TARGETS = ['target', 'url', 'u', 'q', 'to', 'dest', 'destination', 'redirect', 'goto', 'href', 'link'];

/**
 * Makes addresses of links and pictures absolute and drops tracking. Links to places in the article keep their
 * fragment.
 *
 * Away from their page relative addresses break; links carry tracking parameters or lead through counting pages; script
 * links lead nowhere.
 */
export const settleLinks: BodyPass = {
  run(body, { clone, url }) {
    const base = baseOf(clone, url);
    const ids = new Set(findAll(body, '[id]').map((element) => element.id));
    for (const anchor of findAll(body, 'a[name]:not([id])')) {
      const name = attributeOf(anchor, 'name');
      if (name && !ids.has(name)) anchor.id = name;
      ids.add(name);
    }
    const used = new Set<string>();
    for (const link of findAll(body, 'a')) settleLink(link, base, url, ids, used);
    for (const img of findAll(body, 'img[src]'))
      img.setAttribute('src', resolveAddress(attributeOf(img, 'src'), base) ?? '');
    for (const element of findAll(body, '[id]'))
      if (!used.has(element.id) && !/^H\d$/.test(element.tagName)) element.removeAttribute('id');
  },
};

function settleLink(link: Element, base: string, page: string, ids: ReadonlySet<string>, used: Set<string>): void {
  const href = attributeOrNull(link, 'href')?.trim();
  if (href === undefined) {
    if (!link.id) unwrap(link);
    return;
  }
  const address = resolveAddress(href, base);
  if (!address || !/^(?:https?|mailto):/i.test(address)) {
    unwrap(link);
    return;
  }
  const [path = '', fragment = ''] = address.split('#', 2);
  const id = decodeSafely(fragment);
  if (fragment && ids.has(id) && (href.startsWith('#') || path === page.split('#')[0])) {
    link.setAttribute('href', `#${id}`);
    used.add(id);
  } else if (href === '#' || href === '') unwrap(link);
  else link.setAttribute('href', withoutTracking(passedOnTo(address)));
}

/** The target of a link to a page that only counts and redirects. */
function passedOnTo(address: string): string {
  if (!PASSING_ON.test(address)) return address;
  const { searchParams } = new URL(address);
  const target = TARGETS.map((name) => searchParams.get(name)).find(
    (value) => value && /^https?:\/\/[^/]+\.[^/]+/.test(value),
  );
  return (target && resolveAddress(target, target)) || address;
}

function withoutTracking(address: string): string {
  const at = address.indexOf('?');
  if (at < 0 || !/^https?:/i.test(address)) return address;
  const [query = '', ...fragment] = address.slice(at + 1).split('#');
  const kept = query.split('&').filter((pair) => pair && !isTrackingParameter(pair.split('=')[0] ?? ''));
  return (
    address.slice(0, at) +
    (kept.length > 0 ? `?${kept.join('&')}` : '') +
    (fragment.length > 0 ? `#${fragment.join('#')}` : '')
  );
}
