import { type GenericSchema, parse } from 'valibot';
import { RectoError } from '../model/recto-error.ts';

/** Makes a parser of message content; content of another shape throws `bad-message` and says where it differs. */
export function messageParser<T>(schema: GenericSchema<unknown, T>): (value: unknown) => T {
  return (value) => {
    try {
      return parse(schema, value);
    } catch (error) {
      throw new RectoError('bad-message', error instanceof Error ? error.message : undefined, { cause: error });
    }
  };
}
