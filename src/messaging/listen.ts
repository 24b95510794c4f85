import { asRectoError } from '../model/as-recto-error.ts';
import { RectoError } from '../model/recto-error.ts';
import { browser, type Runtime } from '../platform/browser.ts';
import { parseEnvelope, type Reply } from './envelope.ts';
import { type MessageSender, readSender } from './message-sender.ts';
import { parseInput } from './parse-input.ts';
import { CONTENT_SCRIPT_MESSAGES, type Input, type MessageName, type Output } from './protocol.ts';

/** One function per message; leaving one out is a type error. */
export type Handlers = {
  [Name in MessageName]: (input: Input<Name>, sender: MessageSender) => Output<Name> | Promise<Output<Name>>;
};

/**
 * Answers the protocol's messages. Must be called in the first turn of the background, or the browser does not wake it
 * for a message.
 *
 * Answers through `sendResponse`, which both browsers have always known, rather than by a returned promise.
 */
export function listen(handlers: Handlers): void {
  browser.runtime.onMessage.addListener((message: unknown, from: Runtime.MessageSender, respond): true => {
    const envelope = parseEnvelope(message);
    const sender = readSender(from);
    if (envelope === null || sender === null) respond(undefined);
    else void answer(handlers, envelope.name, envelope.input, sender).then(respond);
    return true;
  });
}

/** Runs the handler of a message and gives what goes back over the wire; never throws. */
export async function answer(handlers: Handlers, name: string, input: unknown, sender: MessageSender): Promise<Reply> {
  try {
    if (!isMessageName(handlers, name)) throw new RectoError('bad-message', `no message is called ${name}`);
    if (sender.kind === 'content-script' && !CONTENT_SCRIPT_MESSAGES.some((allowed) => allowed === name))
      throw new RectoError('bad-message', `${name} is not for content scripts`);
    return { ok: true, value: await handle(handlers, name, input, sender) };
  } catch (error) {
    const { code, message } = asRectoError(error);
    return { ok: false, error: { code, message } };
  }
}

function handle<Name extends MessageName>(handlers: Handlers, name: Name, input: unknown, sender: MessageSender) {
  return handlers[name](parseInput(name, input), sender);
}

const isMessageName = (handlers: Handlers, name: string): name is MessageName => Object.hasOwn(handlers, name);
