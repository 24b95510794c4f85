import { askBackground } from './ask-background.ts';
import { PAGE_OUTPUT_PARSERS } from './page-output-parsers.ts';
import type { Input, Output, PageMessageName } from './protocol.ts';
import { readOutput } from './read-output.ts';

/**
 * Sends a message that a content script may send to the background and gives its answer, as `send` does. It knows the
 * answers to these messages alone: a script that goes into a page is as short as can be.
 */
export async function sendFromPage<Name extends PageMessageName>(
  name: Name,
  input: Input<Name>,
  deadlineMs?: number,
): Promise<Output<Name>> {
  return readOutput(PAGE_OUTPUT_PARSERS, name, await askBackground(name, input, deadlineMs));
}
