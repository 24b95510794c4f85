import { type GenericSchema, literal, object, string, unknown } from 'valibot';
import { parseWith } from '../model/parse-with.ts';
import { PROTOCOL_MARK } from './protocol-mark.ts';

/** What is sent: the protocol's mark, the message's name and its content. */
export interface Envelope {
  protocol: typeof PROTOCOL_MARK;
  name: string;
  input: unknown;
}

const ENVELOPE_SCHEMA = object({
  protocol: literal(PROTOCOL_MARK),
  name: string(),
  input: unknown(),
}) satisfies GenericSchema<unknown, Envelope>;

/** Reads what arrived as a message; null when it is not one of the protocol. */
export const parseEnvelope = parseWith(ENVELOPE_SCHEMA);
