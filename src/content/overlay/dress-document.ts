import type { Article } from '../../model/article.ts';
import { adoptSheet } from '../../ui/adopt-sheet.ts';
import { afterPaint } from '../../ui/after-paint.ts';
import { hasEastAsianText } from '../../ui/reader/has-east-asian-text.ts';
import fontsCss from '../../ui/styles/fonts.css?inline';
import { SHEET_MARK } from './remove-leftover.ts';

/**
 * The colours of the window's scrollbar. They are inherited, and the browser styles and lays out anew whatever inherits
 * others: everything below the root keeps its own, `kept`.
 */
const scrollbarCss = (colours: string, kept: string): string =>
  `${SHEET_MARK}@media screen{html{scrollbar-color:${colours}!important}body,frameset{scrollbar-color:${kept}!important}}`;

/**
 * Puts into the page's own document what only that can carry while the overlay is open, and takes it back when the signal
 * aborts; sheets that the page adopts meanwhile stay. The scrollbar gets our paper's colour after the first frame, and when
 * the theme or the system's is another (it stays where it is, since taking it away would lay the page out anew). The faces
 * of Chinese marks, which shadow trees ignore, come with the first article that has such text, since with new faces the
 * browser does lay out the page anew.
 *
 * Gives the function to be told of every article that is drawn, before it is.
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
