import { askBackground } from './ask-background.ts';
import { parseOutput } from './parse-output.ts';
import type { Input, MessageName, Output } from './protocol.ts';

/**
 * Sends a message from one of Recto's own pages to the background and gives its answer.
 *
 * Throws what `askBackground` throws, and `bad-message` when the answer is not what the protocol says.
 */
export async function send<Name extends MessageName>(
  name: Name,
  input: Input<Name>,
  deadlineMs?: number,
): Promise<Output<Name>> {
  return parseOutput(name, await askBackground(name, input, deadlineMs));
}
