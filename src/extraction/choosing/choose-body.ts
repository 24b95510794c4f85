import type { PageContext } from '../extraction-pass.ts';
import { findAll, makeElement, precedes } from '../find-elements.ts';
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
  const kept = acceptUnits(page, context);
  keepUnits(body, page.units, kept);
  // What stands below the text and outside its box is the site's: banners, badges, signs of a footer.
  const last = [...kept].at(-1)?.element;
  for (const picture of findAll(body, 'img'))
    if (!page.wide.contains(picture) && last && precedes(last, picture) && !last.contains(picture)) picture.remove();
  const result = makeElement(clone, 'div');
  result.append(...body.childNodes);
  return result;
}
