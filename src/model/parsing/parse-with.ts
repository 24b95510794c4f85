import { check, type GenericSchema, number, pipe, safeParse } from 'valibot';

/** Makes a parser of an untrusted value from a schema; it gives null for a value of another shape. */
export function parseWith<T>(schema: GenericSchema<unknown, T>): (value: unknown) => T | null {
  return (value) => {
    const result = safeParse(schema, value);
    return result.success ? result.output : null;
  };
}

/**
 * A number from 0 up: a count, a position in a text, a time. Valibot's own bounds bring their messages with them;
 * `check` takes a third of their size in every script that goes into a page.
 */
export const COUNT_SCHEMA = pipe(
  number(),
  check((count) => count >= 0),
);
