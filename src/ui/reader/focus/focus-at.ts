import { rootOf } from '../../root-of.ts';

/**
 * The element with the focus in the root of `box`. In full view the controls have a root of their own; it is then
 * looked for in the root of the text around that. Null when nothing has the focus.
 */
export function focusAt(box: HTMLElement): Element | null {
  const root = rootOf(box);
  const { activeElement } = root;
  if (root instanceof ShadowRoot) return activeElement ?? rootOf(root.host).activeElement;
  return activeElement === box.ownerDocument.body ? null : activeElement;
}
