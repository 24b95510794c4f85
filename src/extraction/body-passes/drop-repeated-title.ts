import type { BodyPass } from '../extraction-pass.ts';
import { isElement, listBlocks, textOf } from '../markup/elements.ts';
import { squeeze } from '../metadata/site-names.ts';
import { agreement } from '../metadata/title-agreement.ts';

/** Drops the title from the beginning of the body: the reader shows it above. */
export const dropRepeatedTitle: BodyPass = {
  run(body, { metadata }) {
    const title = metadata.title;
    if (!title) return;
    for (const block of listBlocks(body, 6)) {
      const text = textOf(block);
      const heading = isElement(block, 'H1', 'H2', 'H3') || !!block.closest('h1, h2');
      const [key, own] = [squeeze(title), squeeze(text)];
      // A kicker may stand before the title in the same heading.
      const isLed = heading && own.endsWith(key) && key.length * 2 > own.length;
      const same = own === key || isLed || (isElement(block, 'H1') && agreement(text, title) >= 0.8);
      if (same && (heading || isElement(block, 'P', 'DIV', 'SPAN', 'HEADER', 'SECTION')))
        (block.closest('h1, h2') ?? block).remove();
    }
  },
};
