/**
 * Adds a style sheet to the document or shadow tree around a node, after the sheets it has, until the signal aborts.
 * Sheets that others adopt meanwhile stay. Does nothing for a node that is in neither.
 */
export function adoptSheet(node: Node, css: string, signal: AbortSignal): CSSStyleSheet {
  const root = node.getRootNode();
  const sheet = makeSheet(node.ownerDocument ?? (node as Document), css);
  if (!(root instanceof Document || root instanceof ShadowRoot)) return sheet;
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  signal.addEventListener('abort', () => {
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((adopted) => adopted !== sheet);
  });
  return sheet;
}

/**
 * A constructed style sheet, which no page policy blocks. In Firefox a `<style>` element would be subject to the page's
 * `style-src`. The constructor is the document's own, because sheets of another document cannot be adopted.
 */
export function makeSheet(document: Document, css: string): CSSStyleSheet {
  const Sheet = document.defaultView?.CSSStyleSheet ?? CSSStyleSheet;
  const sheet = new Sheet();
  sheet.replaceSync(css);
  return sheet;
}
