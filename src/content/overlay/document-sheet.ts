import fontsCss from '../../ui/styles/fonts.css?inline';
import { makeSheet } from './make-sheet.ts';

/**
 * What only the page's own document can carry while the overlay is open. Faces, because shadow trees ignore
 * `@font-face`. The rule that prints the article alone. And the page's scrollbar in our paper's colour: it stays where
 * it is, since taking it away would lay the page out anew.
 */
function documentCss(paper: string): string {
  return `${fontsCss}
@media print { body, frameset { display: none !important } html { background: none !important } }
@media screen { html { scrollbar-color: ${paper} ${paper} !important } }`;
}

/** Adopts the sheet in `document` until the signal aborts; sheets that the page adopts meanwhile stay. */
export function adoptDocumentSheet(document: Document, paper: string, signal: AbortSignal): void {
  const sheet = makeSheet(document, documentCss(paper));
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  signal.addEventListener('abort', () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((adopted) => adopted !== sheet);
  });
}
