import type { PageContext } from '../extraction-pass.ts';
import { makeElement } from '../find-elements.ts';
import { acceptUnits } from './accept-units.ts';
import { readPage } from './read-page.ts';
import { keepUnits } from './text-units.ts';

/**
 * Finds the article in the copy of the page and takes it out: the page is cut into pieces of text, each is accepted or not,
 * and the boxes around accepted ones stay. Null when the copy has no body.
 */
export async function chooseBody(context: PageContext): Promise<HTMLElement | null> {
  const { clone, breathe } = context;
  const { body } = clone;
  if (!body) return null;
  const page = await readPage(clone, breathe);
  await breathe();
  keepUnits(body, page.units, acceptUnits(page, context));
  const result = makeElement(clone, 'div');
  result.append(...body.childNodes);
  return result;
}
