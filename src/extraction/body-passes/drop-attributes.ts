import type { BodyPass } from '../extraction-pass.ts';

/** What a reader can use; everything else is the page's own styling and scripting. */
const KEPT =
  /^(?:href|src|alt|title|id|lang|dir|width|height|colspan|rowspan|scope|headers|start|reversed|value|type|open|span|datetime|cite|role|data-tex|display|xmlns|class|mathvariant|stretchy|fence|separator|accent|accentunder|columnalign|linethickness)$/;

const KEPT_CLASS = /^(?:language-\S+|embed|footnotes|align-(?:center|end))$/;

/** Leaves only the attributes and classes that mean something in the reader, so that a stored article is small and looks like no site. */
export const dropAttributes: BodyPass = {
  name: 'drop-attributes',
  why: 'Inline styles, classes and data attributes are often heavier than the text and carry the looks of the page into the reader.',
  run(body) {
    for (const element of body.querySelectorAll('*')) {
      for (const name of element.getAttributeNames()) if (!KEPT.test(name)) element.removeAttribute(name);
      const classes = (element.getAttribute('class') ?? '').split(/\s+/).filter((name) => KEPT_CLASS.test(name));
      if (classes.length > 0) element.setAttribute('class', classes.join(' '));
      else element.removeAttribute('class');
    }
  },
};
