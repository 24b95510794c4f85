import type { PagePass } from '../extraction-pass.ts';
import { attributeOf, findAll } from '../find-elements.ts';

/** No honest candidate list is longer; Readability's pattern for srcset takes time quadratic in its length. */
const LONGEST_SRCSET = 8_000;

/** The limit of attributes that hold one address; a `data:` picture is as long as the picture. */
const LONGEST_ATTRIBUTE = 16_000;

/**
 * Drops picture attributes that are too long.
 *
 * Readability searches srcset and every other picture attribute with quadratic patterns: 44 kB without a comma take 11
 * s.
 */
export const shortenSrcset: PagePass = {
  run({ clone }) {
    for (const element of findAll(clone, '[srcset], [data-srcset], img, picture, source, figure')) {
      for (const name of element.getAttributeNames()) {
        const { length } = attributeOf(element, name);
        const limit = length > LONGEST_SRCSET && !/srcset/i.test(name) ? LONGEST_ATTRIBUTE : LONGEST_SRCSET;
        if (length > limit && name !== 'src') element.removeAttribute(name);
      }
    }
  },
};
