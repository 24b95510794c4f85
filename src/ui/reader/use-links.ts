import { useLayoutEffect, useRef } from 'preact/hooks';
import { decodeSafely } from '../../model/decode-safely.ts';
import type { Jumps } from './use-jumps.ts';
import type { Notes } from './use-notes.ts';
import type { Standing } from './use-standing.ts';

/**
 * Leads `#` links to their place inside the reader, and opens footnotes beside their marks. Left to the browser such a
 * link would change the address: in the overlay the page's own and its history, in the reader tab the one that names the
 * article.
 */
export function useLinks(stands: Standing | null, jumps: Jumps, notes: Notes): void {
  const latest = useRef({ jumps, notes });
  latest.current = { jumps, notes };
  // Before the paint: a link that is pressed as soon as the article stands there would change the address.
  useLayoutEffect(() => {
    if (!stands) return;
    const stop = new AbortController();
    let pointed = false;
    const follow = (event: Event) => {
      const byKey = !pointed;
      pointed = false;
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href^="#"]') : null;
      if (!link) return;
      event.preventDefault();
      if (latest.current.notes.press(link, byKey)) return;
      const target = findLinkTarget(link, stands.body);
      if (!target) return;
      latest.current.jumps.go(target);
      // The link may be in a note: left open far from here, that would take the next Esc.
      if (latest.current.notes.open) latest.current.notes.close();
    };
    const page = stands.body.parentElement ?? stands.body;
    // Browsers do not agree on what a click by key looks like; one by pointer comes after the pointer went down.
    page.addEventListener('pointerdown', () => (pointed = true), { signal: stop.signal });
    page.addEventListener('click', follow, { signal: stop.signal });
    return () => stop.abort();
  }, [stands]);
}

/** Where a link leads within the article; null for a link to elsewhere, and for a place that is not there. */
function findLinkTarget(link: HTMLAnchorElement, body: HTMLElement): HTMLElement | null {
  const id = /^#(.+)/.exec(link.getAttribute('href') ?? '')?.[1];
  if (!id) return null;
  const root = body.getRootNode() as Document | ShadowRoot;
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
