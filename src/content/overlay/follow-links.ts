/**
 * Leads `#` links of the article to their place inside the overlay. Left to the browser they would change the page's
 * address and its history. The keyboard goes along: focus moves to the place.
 */
export function followLinks(root: ShadowRoot, scroller: HTMLElement, signal: AbortSignal): void {
  root.addEventListener(
    'click',
    (event) => {
      const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
      if (!link) return;
      event.preventDefault();
      const target = root.getElementById(decode(link.getAttribute('href')?.slice(1) ?? ''));
      if (target) arriveAt(target, scroller);
    },
    { signal },
  );
}

/** Room for the bar above the place, in px. */
const ROOM = 72;

function arriveAt(target: HTMLElement, scroller: HTMLElement): void {
  scroller.scrollTop += target.getBoundingClientRect().top - scroller.getBoundingClientRect().top - ROOM;
  for (const marked of scroller.querySelectorAll('.arrived')) marked.classList.remove('arrived');
  target.classList.add('arrived');
  if (!target.hasAttribute('tabindex')) target.tabIndex = -1;
  target.focus({ preventScroll: true });
}

function decode(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
