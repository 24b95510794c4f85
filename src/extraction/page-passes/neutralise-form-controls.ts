import type { PagePass } from '../extraction-pass.ts';
import { findAll } from '../find-elements.ts';

/** Elements whose `name` or `id` becomes a property of their form or of the document (HTML, "named properties"). */
const NAMED = ':is(form, img, embed, object, iframe, input, button, select, textarea, fieldset, output, frame, applet)';

/**
 * Takes the names that hide DOM properties off form controls.
 *
 * A control named parentNode or tagName hides that property of its form, and Readability then loops for ever. Calls go
 * through the prototypes, because `<img name=querySelectorAll>` hides the method of the document itself. No form may be
 * asked for a property before its controls have lost their names: it remembers the control that answered (HTML, "past
 * names map").
 */
export const neutraliseFormControls: PagePass = {
  run({ clone }) {
    const { getAttribute, removeAttribute } = Element.prototype;
    // One attribute in each selector, since it is looked at first: most elements have neither.
    for (const element of findAll(clone, `[name]${NAMED}`)) removeAttribute.call(element, 'name');
    for (const element of findAll(clone, `[id]${NAMED}`)) {
      const id = getAttribute.call(element, 'id') ?? '';
      if (id in HTMLFormElement.prototype || id in Document.prototype) removeAttribute.call(element, 'id');
    }
  },
};
