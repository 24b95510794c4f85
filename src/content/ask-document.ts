/**
 * A property of a page's document, read by the getter of its prototype. Where a script shares the page's world, an
 * element of that name, such as `<img name=title>`, hides the document's own property. In the isolated worlds of
 * content scripts both browsers keep such names off documents, but Chromium does not keep them off forms: `<input
 * name=children>` hides a form's own property there as well.
 */
export function askDocument<Name extends keyof Document>(document: Document, name: Name): Document[Name] {
  return Object.getOwnPropertyDescriptor(Document.prototype, name)?.get?.call(document);
}
