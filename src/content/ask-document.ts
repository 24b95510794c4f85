/**
 * A property of a page's document as its prototype answers it. Where a script shares the page's world, an element of that
 * name, such as `<img name=title>`, stands before it; in the isolated worlds of content scripts both browsers keep such
 * names off the document. Off forms Chromium does not: `<input name=children>` stands before a form's own there, too.
 */
export function askDocument<Name extends keyof Document>(document: Document, name: Name): Document[Name] {
  return Object.getOwnPropertyDescriptor(Document.prototype, name)?.get?.call(document);
}
