import { rootOf } from '../root-of.ts';

/**
 * The element with the focus: in the root of `box`, or in full view, where controls have a root of their own, in the
 * root of the text around it. Null where nothing has it.
 */
export function focusAt(box: HTMLElement): Element | null {
  const root = rootOf(box);
  const { activeElement } = root;
  if (root instanceof ShadowRoot) return activeElement ?? rootOf(root.host).activeElement;
  return activeElement === box.ownerDocument.body ? null : activeElement;
}
