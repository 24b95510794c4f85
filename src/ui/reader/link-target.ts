import { decodeSafely } from '../../model/decode-safely.ts';
import { rootOf } from '../root-of.ts';

/** Where a link leads within the article; null for a link to elsewhere, and for a place that is not there. */
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
