/**
 * A property of a page's document as its prototype answers it: in Chromium an element of that name, such as
 * `<img name=title>`, stands before it.
 */
export function askDocument<Name extends keyof Document>(document: Document, name: Name): Document[Name] {
  return Object.getOwnPropertyDescriptor(Document.prototype, name)?.get?.call(document);
}
