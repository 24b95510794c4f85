import { askBackground } from './ask-background.ts';
import { OUTPUT_PARSERS } from './output-parsers.ts';
import type { Input, MessageName, Output } from './protocol.ts';
import { readOutput } from './read-output.ts';

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
  return readOutput(OUTPUT_PARSERS, name, await askBackground(name, input, deadlineMs));
}
