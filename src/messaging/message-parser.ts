import { custom, type GenericSchema, parse } from 'valibot';
import { RectoError } from '../model/errors/recto-error.ts';
import type { MessageName, Output } from './protocol.ts';

/** Makes a parser of an input or output. It throws `bad-message`, with what is wrong, when the value does not match. */
export function messageParser<T>(schema: GenericSchema<unknown, T>): (value: unknown) => T {
  return (value) => {
    try {
      return parse(schema, value);
    } catch (error) {
      throw new RectoError('bad-message', error instanceof Error ? error.message : undefined, { cause: error });
    }
  };
}

type Parsers<Names extends MessageName> = { [Name in Names]: (value: unknown) => Output<Name> };

type WithoutAnswer = { [Name in MessageName]: undefined extends Output<Name> ? Name : never }[MessageName];

/** The parsers of the outputs of these messages, except of those without an output. */
export type OutputParsers<Names extends MessageName> = Parsers<Exclude<Names, WithoutAnswer>>;

/** Parses the output of a message. Throws `bad-message` when it is not what the protocol says. */
export function readOutput<Names extends MessageName, Name extends Names>(
  parsers: OutputParsers<Names>,
  name: Name,
  value: unknown,
): Output<Name> {
  const known: Partial<Parsers<MessageName>> = parsers;
  return (known[name] ?? ignore)(value);
}

/** Accepts anything, for messages without an output: Chrome turns `undefined` into `null` on the way. */
const ignore = messageParser(custom<never>(() => true));
