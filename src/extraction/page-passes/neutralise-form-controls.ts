import type { PagePass } from '../extraction-pass.ts';
import { findAll } from '../find-elements.ts';

/** Elements whose `name` or `id` becomes a property of their form or of the document (HTML, "named properties"). */
const NAMED =
  ':is([name], [id]):is(form, img, embed, object, iframe, input, button, select, textarea, fieldset, output, frame, applet)';

/**
 * * Calls go through the prototypes because `<img name=querySelectorAll>` shadows the method on the document itself. A
 * form must not be asked for a property before its controls have lost their names: it remembers the control that
 * answered (HTML, "past names map").
 *
 * A form control named parentNode or tagName hides the DOM property of that name on its form, and Readability then
 * loops for ever.
 */
export const neutraliseFormControls: PagePass = {
  run({ clone }) {
    for (const element of findAll(clone, NAMED)) {
      const drop = (name: string) => Element.prototype.removeAttribute.call(element, name);
      drop('name');
      const id = Element.prototype.getAttribute.call(element, 'id') ?? '';
      if (id in HTMLFormElement.prototype || id in Document.prototype) drop('id');
    }
  },
};
