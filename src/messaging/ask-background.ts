import { RectoError } from '../model/recto-error.ts';
import { browser } from '../platform/browser.ts';
import { type Envelope, parseReply } from './envelope.ts';
import { type Input, type MessageName, PROTOCOL_MARK } from './protocol.ts';

/** Longer than a cold worker and a strict write on a slow disk take together. */
const DEADLINE_MS = 10_000;

/**
 * What is asked once more where it fails, since asking changes nothing: a worker that ends just then must not leave a part
 * of full view out until it is opened again, nor tell a save that is done as failed.
 */
const ASKED_AGAIN: MessageName[] = ['article.receipt', 'page.load-part', 'page.saved'];

/**
 * Sends a message to the background and gives what it answers, which is not read yet.
 *
 * Throws the background's `RectoError`, and `no-answer` when none comes within `deadlineMs` or Recto was updated under a
 * script that still runs in a page.
 */
export async function askBackground<Name extends MessageName>(
  name: Name,
  input: Input<Name>,
  deadlineMs: number = DEADLINE_MS,
): Promise<unknown> {
  const ask = async () => {
    const reply = parseReply(await answerWithin(deadlineMs, { protocol: PROTOCOL_MARK, name, input }));
    if (reply === null) throw new RectoError('no-answer', name);
    if (!reply.ok) throw new RectoError(reply.error.code, reply.error.message);
    return reply.value;
  };
  return ASKED_AGAIN.includes(name) ? ask().catch(ask) : ask();
}

async function answerWithin(deadlineMs: number, envelope: Envelope): Promise<unknown> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const deadline = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new RectoError('no-answer', `${envelope.name}: no answer in time`)), deadlineMs);
  });
  try {
    return await Promise.race([deliver(envelope), deadline]);
  } finally {
    clearTimeout(timer);
  }
}

/** Once Recto was updated or removed, `runtime` is gone from scripts that were injected before, or its calls throw. */
async function deliver(envelope: Envelope): Promise<unknown> {
  try {
    return await browser.runtime.sendMessage(envelope);
  } catch (error) {
    throw new RectoError('no-answer', String(error), { cause: error });
  }
}
