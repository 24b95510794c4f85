import type { PageContext } from '../extraction-pass.ts';
import { findAll, rawText } from '../find-elements.ts';

/** Addresses of manuals and help pages: `docs.example.org`, `/api/`, `/en/docs/`. */
const ADDRESS = /[/.](?:[\w-]*docs?|developers?|api|help|support|documentation|reference|manual|man\d?|hc)[/.]/i;

/** A page with as many pieces of code and terms is written like one. */
const MANY_TERMS = 12;

/** Recipes and instructions are lists of short lines, too, and say what they are. */
const DECLARED = /:\s*"(?:Recipe|HowTo)"/;

/** Whether a page is made of signatures, terms, tables and steps, with little prose among them. */
export const isManual = ({ url, live, clone }: PageContext): boolean =>
  ADDRESS.test(url) ||
  findAll(clone, 'code, dt').length >= MANY_TERMS ||
  findAll(live, '[type*=ld]').some((data) => DECLARED.test(rawText(data)));
