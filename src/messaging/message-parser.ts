import { custom, type GenericSchema, parse } from 'valibot';
import { RectoError } from '../model/recto-error.ts';
import type { MessageName, Output } from './protocol.ts';

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

type Parsers<Names extends MessageName> = { [Name in Names]: (value: unknown) => Output<Name> };

type WithoutAnswer = { [Name in MessageName]: undefined extends Output<Name> ? Name : never }[MessageName];

/** What reads the answers to messages of these names; those without an answer are not among them. */
export type OutputParsers<Names extends MessageName> = Parsers<Exclude<Names, WithoutAnswer>>;

/** Reads an answer with the parser of its message; throws `bad-message` when it is not what the protocol says. */
export function readOutput<Names extends MessageName, Name extends Names>(
  parsers: OutputParsers<Names>,
  name: Name,
  value: unknown,
): Output<Name> {
  const known: Partial<Parsers<MessageName>> = parsers;
  return (known[name] ?? ignore)(value);
}

/** Nobody reads the answer of a message that has none: Chrome turns `undefined` into `null` on the way. */
const ignore = messageParser(custom<never>(() => true));
