/**
 * Settles what assistive technology says of links and pictures, where that needs no knowledge of what the page meant.
 */
export function settleNames(element: Element): void {
  if (element.localName === 'a') nameLink(element as HTMLAnchorElement);
  if (element.localName === 'a' || element.localName === 'img') dropRepeatedTitle(element);
}

/**
 * Around a picture without a description a link has no name, and its whole address is read out. The site it leads to is
 * all that can be said of it. It stands in `title`, which gives way to a description that the reader puts there.
 */
function nameLink(link: HTMLAnchorElement): void {
  // A mark for a place in the text: a stop of the Tab key that nobody sees.
  if (!link.hasChildNodes()) for (const name of ['href', 'target', 'rel', 'referrerpolicy']) link.removeAttribute(name);
  const isToWeb = /^https?:/i.test(link.getAttribute('href') ?? '');
  if (!isToWeb || wordsOf(link.title + link.textContent)) return;
  if (!link.querySelector('[alt]:not([alt=""]), [title]:not([title=""])'))
    link.title = link.hostname.replace(/^www\./, '');
}

/** A `title` with the words of the element itself is read out after them, and covers them under the pointer. */
function dropRepeatedTitle(element: Element): void {
  const title = element.getAttribute('title');
  if (title !== null && wordsOf(title) === wordsOf(element.getAttribute('alt') ?? element.textContent))
    element.removeAttribute('title');
}

const wordsOf = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase();
