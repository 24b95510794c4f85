/** A property as its prototype answers it: a form's own is whatever control is named so (`<input name=parentElement>`). */
function getter<Value>(prototype: object, name: string): (node: Node) => Value {
  const get = Object.getOwnPropertyDescriptor(prototype, name)?.get;
  return (node) => get?.call(node);
}

/** What is asked of elements of a live page that may be forms, or pages that mean harm. */
export const plainDom = {
  parent: getter<Element | null>(Node.prototype, 'parentElement'),
  text: getter<string | null>(Node.prototype, 'textContent'),
  children: getter<HTMLCollection>(Element.prototype, 'children'),
  next: getter<Element | null>(Element.prototype, 'nextElementSibling'),
  previous: getter<Element | null>(Element.prototype, 'previousElementSibling'),
  localName: getter<string>(Element.prototype, 'localName'),
  attribute: (element: Element, name: string): string => Element.prototype.getAttribute.call(element, name) ?? '',
  isVisible: (element: Element): boolean => Element.prototype.checkVisibility.call(element),
};
