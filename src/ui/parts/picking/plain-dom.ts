/**
 * A property by its prototype's getter: a form may have a control of that name (`<input name=parentElement>`), in
 * Chromium a document an element (`<iframe name=body>`).
 */
function getter<Value>(prototype: object, name: string): (node: Node) => Value {
  const get = Object.getOwnPropertyDescriptor(prototype, name)?.get;
  return (node) => get?.call(node);
}

/** Reads properties of a live page and its elements. They may be forms, and either may be hostile. */
export const plainDom = {
  body: getter<HTMLElement>(Document.prototype, 'body'),
  root: getter<HTMLElement>(Document.prototype, 'documentElement'),
  focused: getter<Element | null>(Document.prototype, 'activeElement'),
  find: (page: Document, selector: string): Element | null => Document.prototype.querySelector.call(page, selector),
  parent: getter<Element | null>(Node.prototype, 'parentElement'),
  text: getter<string | null>(Node.prototype, 'textContent'),
  children: getter<HTMLCollection>(Element.prototype, 'children'),
  next: getter<Element | null>(Element.prototype, 'nextElementSibling'),
  previous: getter<Element | null>(Element.prototype, 'previousElementSibling'),
  localName: getter<string>(Element.prototype, 'localName'),
  attribute: (element: Element, name: string): string => Element.prototype.getAttribute.call(element, name) ?? '',
  isVisible: (element: Element): boolean => Element.prototype.checkVisibility.call(element),
};
