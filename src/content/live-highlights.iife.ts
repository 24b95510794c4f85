/**
 * Injected into a page that is kept with highlights, when Recto was called there: shows them over the page's own text.
 * The page's tree does not change; a style sheet is adopted. Injecting it again changes nothing.
 */
import { paintHighlights } from '../highlighting/paint-highlights.ts';
import { type PlacedAnchor, placeHighlights } from '../highlighting/place-highlights.ts';
import { mapText, type TextMap } from '../highlighting/text-map.ts';
import type { LiveHighlight } from '../model/highlights/highlight.ts';
import { makeSheet } from '../ui/adopt-sheet.ts';
import { askDocument } from './ask-document.ts';
import css from './live-highlights.css?inline';

/**
 * What a page never shows as text. In the reader `button` and the class `ui` are excluded too; here they belong to the
 * page.
 */
const UNSEEN = 'script, style, template, noscript, textarea, select, annotation, annotation-xml';

/** Characters. A search for changed passages in a longer page would be noticed; an article has a tenth of this. */
const MOST_TEXT = 1_000_000;

let sheet: CSSStyleSheet | null = null;

globalThis.rectoLiveHighlights ??= {
  // When the page is idle: the reader may be opening just now, and nobody waits for what is behind it.
  paint: (highlights) => void requestIdleCallback(() => paint(highlights), { timeout: 2000 }),
};

/** Ends the search for the earlier highlights. */
let end = (): void => undefined;

function paint(highlights: readonly LiveHighlight[]): void {
  end();
  const map = highlights.length > 0 ? textOfPage() : null;
  if (map) end = placeHighlights(map, highlights, ({ placed }) => show(placed));
  else show([]);
}

function show(found: readonly PlacedAnchor<LiveHighlight>[]): void {
  const placed = found.map(({ highlight: { colour }, range }) => ({ colour, range }));
  if (placed.length > 0 && sheet === null) {
    sheet = makeSheet(document, css);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }
  paintHighlights(placed, 'page');
  if (placed.length > 0 || sheet === null) return;
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((adopted) => adopted !== sheet);
  sheet = null;
}

/** Null where that is too long. */
function textOfPage(): TextMap | null {
  const map = mapText(askDocument(document, 'body') ?? askDocument(document, 'documentElement'), UNSEEN);
  return map.text.length > MOST_TEXT ? null : map;
}
