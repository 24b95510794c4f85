import { makeSheet } from './make-sheet.ts';

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
