import { type GenericSchema, literal, object, picklist, string, unknown, variant } from 'valibot';
import { ERROR_CODES, type ErrorCode } from '../model/errors/error-code.ts';
import { parseWith } from '../model/parsing/parse-with.ts';
import { PROTOCOL_MARK } from './protocol.ts';

/** A message as it is sent: the protocol's mark, the name and the input. */
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

/** Parses a message that arrived; null when it is not one of this protocol. */
export const parseEnvelope = parseWith(ENVELOPE_SCHEMA);

/** The reply to a message. An error would lose its class on the way, so it is sent as a code and a detail. */
export type Reply = { ok: true; value: unknown } | { ok: false; error: { code: ErrorCode; message: string } };

const REPLY_SCHEMA = variant('ok', [
  object({ ok: literal(true), value: unknown() }),
  object({ ok: literal(false), error: object({ code: picklist(ERROR_CODES), message: string() }) }),
]) satisfies GenericSchema<unknown, Reply>;

/** Parses the reply to a message; null when there is none, or it is not one of this protocol. */
export const parseReply = parseWith(REPLY_SCHEMA);
