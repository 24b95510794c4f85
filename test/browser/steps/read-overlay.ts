/** What the overlay shows in its open root. */
interface OverlayText {
  title: string;
  text: string;
  lang: string;
  dir: string;
  readingTime: string;
}

/** Runs in the page: what the overlay shows, or null while there is none. The open root is for translators and dictionaries; tests read it too. */
export function readOverlay(): OverlayText | null {
  for (const host of Array.from(document.documentElement.children)) {
    const page = host.shadowRoot?.querySelector<HTMLElement>('.page');
    const body = page?.querySelector<HTMLElement>('.page-body');
    if (!page || !body || body.getBoundingClientRect().height === 0) continue;
    return {
      title: page.querySelector('.page-title')?.textContent ?? '',
      text: body.textContent,
      lang: page.lang,
      dir: page.dir,
      readingTime: page.querySelector('.page-minutes')?.textContent ?? '',
    };
  }
  return null;
}

/** Runs in the page: whether the page is as it is without Recto, as far as the document element shows. */
export function overlayIsGone(): boolean {
  return Array.from(document.documentElement.children).every((child) => /^(HEAD|BODY)$/.test(child.tagName));
}
