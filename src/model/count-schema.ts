import { check, number, pipe } from 'valibot';

/**
 * A number that is no less than 0: a count, a place in a text, a time. Valibot's own bounds carry what they say of a value
 * that is out of them; `check` is a third of that in every script that goes into a page.
 */
export const COUNT_SCHEMA = pipe(
  number(),
  check((count) => count >= 0),
);
