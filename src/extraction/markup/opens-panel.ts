import { attributeOf, findAll, rawText } from '../find-elements.ts';

/** Characters that an opened part must have, once and again for each link in it. */
const SHORTEST_PANEL = 40;

/**
 * Whether a button opens a part of the article below it, an answer or a collapsed section, and not a menu of links.
 * Elementor and other page builders use a `div` with the role `button`, which is not boilerplate by tag.
 */
export function opensPanel(button: Element, box: Element, isAround: boolean): boolean {
  const isButton = button.tagName === 'BUTTON';
  if (isAround ? !isButton : button.tagName !== 'DIV' || attributeOf(button, 'role') !== 'button') return false;
  const panel = button.nextElementSibling ?? box.nextElementSibling;
  return (
    rawText(panel).length > (findAll(panel ?? box, 'a, input').length + 1) * SHORTEST_PANEL &&
    (attributeOf(button, 'aria-controls') === (panel?.id || 1) ||
      (isButton && /^(?=.*? \S).*[?？؟]\s*$/s.test(rawText(button))))
  );
}
