import { RectoError } from '../model/errors/recto-error.ts';
import { browser } from '../platform/browser.ts';
import { withinDeadline } from '../platform/within-deadline.ts';
import { type Envelope, parseReply } from './envelope.ts';
import { type Input, type MessageName, PROTOCOL_MARK } from './protocol.ts';

/** Longer than starting the service worker and a strict write on a slow disk take together. */
const DEADLINE_MS = 10_000;

/**
 * Messages that are sent once more when they fail, which is safe since they can be repeated. The service worker may end
 * at that moment. Without a second try a part of full view would be missing until it is opened again, or a save that
 * was done would be reported as failed.
 */
const SENT_AGAIN: MessageName[] = ['article.receipt', 'page.load-part', 'page.saved'];

/**
 * Sends a message to the background and gives its output, which is not parsed yet.
 *
 * Throws the background's `RectoError`. Throws `no-answer` when there is no reply within `deadlineMs`, or Recto was
 * updated while a content script of the older version still runs.
 */
export async function askBackground<Name extends MessageName>(
  name: Name,
  input: Input<Name>,
  deadlineMs: number = DEADLINE_MS,
): Promise<unknown> {
  const ask = async () => {
    const answer = deliver({ protocol: PROTOCOL_MARK, name, input });
    const reply = parseReply(await withinDeadline(answer, deadlineMs, 'no-answer', `${name}: no answer in time`));
    if (reply === null) throw new RectoError('no-answer', name);
    if (!reply.ok) throw new RectoError(reply.error.code, reply.error.message);
    return reply.value;
  };
  return SENT_AGAIN.includes(name) ? ask().catch(ask) : ask();
}

/**
 * Sends the message. In content scripts injected before an update or removal, `runtime` is missing or its calls throw.
 */
async function deliver(envelope: Envelope): Promise<unknown> {
  try {
    return await browser.runtime.sendMessage(envelope);
  } catch (error) {
    throw new RectoError('no-answer', String(error), { cause: error });
  }
}
