import { decodeSafely } from '../../../model/address/decode-safely.ts';
import { rootOf } from '../../root-of.ts';

/** The place in the article that a link leads to; null if it leads elsewhere, or to a place that does not exist. */
export function findLinkTarget(link: HTMLAnchorElement, body: HTMLElement): HTMLElement | null {
  const id = /^#(.+)/.exec(link.getAttribute('href') ?? '')?.[1];
  if (!id) return null;
  const root = rootOf(body);
  const target = root.getElementById(id) ?? root.getElementById(decodeSafely(id));
  return target && body.contains(target) ? target : null;
}

/** The note that a link is the mark of: in the notes at the end, while the link stands in the text. */
export function findNote(link: HTMLAnchorElement, body: HTMLElement): HTMLElement | null {
  if (link.closest(NOTES)) return null;
  const target = findLinkTarget(link, body);
  return target?.closest(NOTES) ? (target.closest('li') ?? target) : null;
}

const NOTES = '[role="doc-endnotes"], .footnotes';
