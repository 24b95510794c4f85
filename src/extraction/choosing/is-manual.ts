import type { PageContext } from '../extraction-pass.ts';
import { findAll } from '../find-elements.ts';
import { readLinkedData } from '../metadata/read-linked-data.ts';

/** Addresses of manuals and help pages: `docs.example.org`, `/api/`, `/en/docs/`. */
const ADDRESS = /[/.](?:[\w-]*docs?|developers?|api|help|support|documentation|reference|manual|man\d?|hc)[/.]/i;

/** A page with as many more pieces of code and terms than paragraphs is written like one; an essay on code is not. */
const MORE_TERMS = 10;

/** Recipes and instructions are lists of short lines, too, and say what they are. */
const DECLARED = /^(?:Recipe|HowTo)$/;

/** Whether a page is made of signatures, terms, tables and steps, with little prose among them. */
export const isManual = ({ url, clone }: PageContext): boolean =>
  ADDRESS.test(url) ||
  findAll(clone, 'code, dt').length >= findAll(clone, 'p').length + MORE_TERMS ||
  readLinkedData(clone).types.some((type) => DECLARED.test(type));
