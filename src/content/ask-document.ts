/**
 * A property of a page's document by its prototype's getter. Where a script shares the page's world, an element of that
 * name, such as `<img name=title>`, hides the document's own. In the isolated worlds of content scripts both browsers
 * keep such names off documents, but Chromium does not keep them off forms: `<input name=children>` hides a form's own
 * there, too.
 */
export function askDocument<Name extends keyof Document>(document: Document, name: Name): Document[Name] {
  return Object.getOwnPropertyDescriptor(Document.prototype, name)?.get?.call(document);
}
