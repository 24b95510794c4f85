/**
 * Gives the document or shadow tree around a node a sheet behind those that it has, until the signal aborts; sheets that
 * others adopt meanwhile stay. Nothing happens to a node that is in neither.
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
 * A constructed sheet, which no page policy blocks. A `<style>` element would be under the page's `style-src` in
 * Firefox. The constructor is the document's own: sheets of another document cannot be adopted.
 */
export function makeSheet(document: Document, css: string): CSSStyleSheet {
  const Sheet = document.defaultView?.CSSStyleSheet ?? CSSStyleSheet;
  const sheet = new Sheet();
  sheet.replaceSync(css);
  return sheet;
}
