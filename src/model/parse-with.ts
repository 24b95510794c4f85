import { type GenericSchema, safeParse } from 'valibot';

/** Makes a parser of an untrusted value from a schema; it gives null for a value of another shape. */
export function parseWith<T>(schema: GenericSchema<unknown, T>): (value: unknown) => T | null {
  return (value) => {
    const result = safeParse(schema, value);
    return result.success ? result.output : null;
  };
}
