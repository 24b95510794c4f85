import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Standing } from '../standing.ts';
import { findLinkTarget } from './link-target.ts';
import type { Jumps } from './use-jumps.ts';
import type { Notes } from './use-notes.ts';

/**
 * Follows `#` links within the reader, and opens footnotes beside their marks. The browser would change the address
 * instead: in the overlay that of the page, together with its history, in the reader tab the one that names the
 * article.
 */
export function useLinks(stands: Standing | null, jumps: Jumps, notes: Notes): void {
  const latest = useRef({ jumps, notes });
  latest.current = { jumps, notes };
  // Before the paint: a link that is pressed as soon as the article is visible would change the address.
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
      // The link may be in a note. Left open far away from here, the note would take the next Esc.
      if (latest.current.notes.open) latest.current.notes.close();
    };
    const page = stands.body.parentElement ?? stands.body;
    // Browsers report a click by key differently. A click by pointer comes after `pointerdown`.
    page.addEventListener('pointerdown', () => (pointed = true), { signal: stop.signal });
    page.addEventListener('click', follow, { signal: stop.signal });
    return () => stop.abort();
  }, [stands]);
}
