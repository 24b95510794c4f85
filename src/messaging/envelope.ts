import { type GenericSchema, literal, object, picklist, string, unknown, variant } from 'valibot';
import { ERROR_CODES, type ErrorCode } from '../model/error-code.ts';
import { parseWith } from '../model/parse-with.ts';
import { PROTOCOL_MARK } from './protocol.ts';

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

/** What goes back over a message. A thrown error loses its class on the way, so it crosses as a code and a detail. */
export type Reply = { ok: true; value: unknown } | { ok: false; error: { code: ErrorCode; message: string } };

const REPLY_SCHEMA = variant('ok', [
  object({ ok: literal(true), value: unknown() }),
  object({ ok: literal(false), error: object({ code: picklist(ERROR_CODES), message: string() }) }),
]) satisfies GenericSchema<unknown, Reply>;

/** Reads what came back for a message; null when nobody answered it as the protocol says. */
export const parseReply = parseWith(REPLY_SCHEMA);
