import type { BodyPass } from '../extraction-pass.ts';
import { findAll, outermost } from '../find-elements.ts';
import { rename } from '../markup/elements.ts';

/**
 * Boxes of Sphinx, MkDocs, Docusaurus and Asciidoctor (`admonition`, `theme-admonition`, `admonitionblock`), GitHub,
 * Starlight and Quarto. The parts in such a box have the same words in their classes, and elsewhere a number in a
 * picture or the cell of a table may be a `callout`.
 */
const BOXES = 'div[class*=admonition], .markdown-alert, .starlight-aside, div.callout';

/**
 * Makes quotations of the notes and warnings that technical texts set in boxes.
 *
 * Without its box a note is a line that says *Note* or *Warning*, and the text behind it looks like more of it.
 */
export const setCallouts: BodyPass = {
  run(body) {
    for (const box of outermost(findAll(body, BOXES))) rename(box, 'blockquote');
  },
};
