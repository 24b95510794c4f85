import { asRectoError } from '../model/as-recto-error.ts';
import { RectoError } from '../model/recto-error.ts';
import { browser, type Runtime } from '../platform/browser.ts';
import { parseEnvelope, type Reply } from './envelope.ts';
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

/** Who sent a message, as the browser says; nothing of it comes from the message itself. */
export interface MessageSender {
  kind: 'extension-page' | 'content-script';
  /** Address of the sending document. */
  url: string;
  /** The tab it is in; null for the popup. */
  tabId: number | null;
  /** True for a private tab. A popup is never known to be private from here. */
  isPrivate: boolean;
}

/**
 * Reads the sender of a runtime message. Gives null for another extension, for a frame inside a
 * page, and for a document without an address.
 */
function readSender(from: Runtime.MessageSender): MessageSender | null {
  if (from.id !== browser.runtime.id || from.url === undefined) return null;
  const isOwnPage = from.url.startsWith(browser.runtime.getURL(''));
  if (!isOwnPage && (from.tab?.id === undefined || from.frameId !== 0)) return null;
  return {
    kind: isOwnPage ? 'extension-page' : 'content-script',
    url: isOwnPage ? from.url : presentAddress(from, from.url),
    tabId: from.tab?.id ?? null,
    isPrivate: from.tab?.incognito ?? false,
  };
}

/**
 * In Chrome `sender.url` stays at the address the document was loaded from when the page moves on by `history.pushState`;
 * the tab's address, which `activeTab` lets us see, moves with it.
 */
function presentAddress(from: Runtime.MessageSender, loadedFrom: string): string {
  return from.tab?.url || loadedFrom;
}
