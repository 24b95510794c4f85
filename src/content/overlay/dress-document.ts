import type { Article } from '../../model/article.ts';
import { adoptSheet } from '../../ui/adopt-sheet.ts';
import { afterPaint } from '../../ui/after-paint.ts';
import { hasEastAsianText } from '../../ui/reader/article/has-east-asian-text.ts';
import fontsCss from '../../ui/styles/fonts.css?inline';
import { SHEET_MARK } from './remove-leftover.ts';

/**
 * The colours of the window's scrollbar. They are inherited, and whatever inherits another value is styled and laid out
 * anew by the browser. So everything below the root keeps its own value, `kept`.
 */
const scrollbarCss = (colours: string, kept: string): string =>
  `${SHEET_MARK}@media screen{html{scrollbar-color:${colours}!important}body,frameset{scrollbar-color:${kept}!important}}`;

/**
 * Changes what only the page's own document can carry while the overlay is open, and takes that back when the signal
 * aborts. Style sheets that the page adopts meanwhile stay.
 *
 * - The scrollbar gets the colour of our paper, after the first frame and whenever the theme or the system's theme
 *   changes. It is not removed, because the page would then be laid out anew.
 * - The typefaces for Chinese punctuation, which shadow trees ignore, are added with the first article that has such
 *   text, because new typefaces do make the browser lay out the page anew.
 *
 * Gives the function to call with each article before it is drawn.
 */
export function dressDocument(dialog: HTMLElement, signal: AbortSignal): (article: Article) => void {
  const { ownerDocument: document } = dialog;
  const callOff = afterPaint(() => {
    const kept = document.body ? getComputedStyle(document.body).scrollbarColor : 'auto';
    const sheet = adoptSheet(document, '', signal);
    const paint = () => {
      const paper = getComputedStyle(dialog).backgroundColor;
      sheet.replaceSync(scrollbarCss(dialog.style.scrollbarColor || `${paper} ${paper}`, kept));
    };
    paint();
    const themes = new MutationObserver(paint);
    themes.observe(dialog, { attributeFilter: ['data-theme', 'style'] });
    // The theme may be the system's, which turns dark in the evening.
    matchMedia('(prefers-color-scheme:dark)').addEventListener('change', paint, { signal });
    signal.addEventListener('abort', () => themes.disconnect());
  });
  signal.addEventListener('abort', callOff);
  let hasFaces = false;
  return ({ title, html }) => {
    if (hasFaces || !(hasEastAsianText(title) || hasEastAsianText(html))) return;
    hasFaces = true;
    adoptSheet(document, SHEET_MARK + fontsCss, signal);
  };
}
