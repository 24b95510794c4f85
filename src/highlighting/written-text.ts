/** On the node itself: in a page the optional parts are scripts of their own, which share nothing else. */
const WRITTEN = Symbol.for('recto-written-text');

/** The text of a node as it was written, where other characters are shown of it; else what is shown. */
export function writtenText(node: Text): string {
  const written: unknown = Reflect.get(node, WRITTEN);
  // Of another length its places would be other places.
  return typeof written === 'string' && written.length === node.length ? written : node.data;
}

/** Shows `text` in place of what was written in a node. */
export function showText(node: Text, text: string): void {
  Reflect.set(node, WRITTEN, node.data);
  node.data = text;
}

/** Shows again what was written. */
export function showWritten(node: Text): void {
  const written: unknown = Reflect.get(node, WRITTEN);
  Reflect.deleteProperty(node, WRITTEN);
  if (typeof written === 'string') node.data = written;
}
