import { asRectoError } from '../model/errors/as-recto-error.ts';
import { RectoError } from '../model/errors/recto-error.ts';
import { browser, type Runtime } from '../platform/browser.ts';
import { parseEnvelope, type Reply } from './envelope.ts';
import { parseInput } from './parse-input.ts';
import { CONTENT_SCRIPT_MESSAGES, type Input, type MessageName, type Output } from './protocol.ts';

/** One function for each message. A missing one is a type error. */
export type Handlers = {
  [Name in MessageName]: (input: Input<Name>, sender: MessageSender) => Output<Name> | Promise<Output<Name>>;
};

/**
 * Answers the protocol's messages. It must be called in the first turn of the background's script, or the browser does
 * not start the background for a message.
 *
 * It answers through `sendResponse`, which both browsers have always supported, and not by a returned promise.
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

/** Runs the handler of a message and gives the reply to send back. Never throws. */
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

/** Who sent a message, as the browser tells. Nothing of it is taken from the message. */
export interface MessageSender {
  kind: 'extension-page' | 'content-script';
  /** Address of the sending document. */
  url: string;
  /** The tab it is in; null for the popup. */
  tabId: number | null;
  /** Whether the tab is private. Always false for the popup, which has no tab. */
  isPrivate: boolean;
}

/**
 * Reads the sender of a runtime message. Null for another extension, a frame inside a page, or a document without an
 * address.
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
 * The present address of a page. In Chrome `sender.url` remains the address from which the document was loaded when the
 * page changes it with `history.pushState`. The tab's address, which `activeTab` reveals, changes with it.
 *
 * A page can only change to an address of its own origin. Where the tab is at another one, the page has been left, and
 * what it still sends must not count as the next page's: it could read and replace what is kept of that.
 */
function presentAddress(from: Runtime.MessageSender, loadedFrom: string): string {
  const now = from.tab?.url;
  return now && haveOneOrigin(now, loadedFrom) ? now : loadedFrom;
}

/**
 * A file, or what else has no origin, can change to an address of its own path alone: another file is another page. Firefox
 * lets a file take the name of a neighbour, and there `sender.url` changes with it.
 */
function haveOneOrigin(one: string, other: string): boolean {
  if (!URL.canParse(one) || !URL.canParse(other)) return false;
  const [first, second] = [new URL(one), new URL(other)];
  if (first.origin !== second.origin || first.protocol !== second.protocol) return false;
  return first.origin !== 'null' || first.pathname === second.pathname;
}
