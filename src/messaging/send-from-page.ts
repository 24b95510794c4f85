import { array, boolean, custom, exactOptional, nullable, number, object, picklist, string } from 'valibot';
import { HIGHLIGHT_SCHEMA } from '../model/highlights/parse-highlight.ts';
import { PICTURE_PROBLEMS } from '../model/pictures/picture.ts';
import { POSITION_SCHEMA, SAVED_METADATA_SCHEMA } from '../model/saved-article.ts';
import { askBackground } from './ask-background.ts';
import { messageParser, type OutputParsers, readOutput } from './message-parser.ts';
import type { Input, Output, PageMessageName } from './protocol.ts';

/**
 * Sends a message from a content script to the background and gives its output, as `send` does. It holds the parsers of
 * these messages alone, to keep content scripts small.
 */
export async function sendFromPage<Name extends PageMessageName>(
  name: Name,
  input: Input<Name>,
  deadlineMs?: number,
): Promise<Output<Name>> {
  return readOutput(PAGE_OUTPUT_PARSERS, name, await askBackground(name, input, deadlineMs));
}

const receipt = messageParser(
  object({
    id: string(),
    savedAt: number(),
    existed: boolean(),
    aside: exactOptional(picklist(['shorter', 'sign-in'])),
  }),
);

/** The parsers of the outputs of all messages that a content script may send and that have one. */
export const PAGE_OUTPUT_PARSERS: OutputParsers<PageMessageName> = {
  'article.save': receipt,
  'article.update': receipt,
  'article.hide': messageParser(nullable(number())),
  'article.undo-save': messageParser(boolean()),
  'article.receipt': messageParser(
    object({
      total: number(),
      kept: number(),
      pending: number(),
      bytes: number(),
      refused: array(object({ url: string(), problem: picklist(PICTURE_PROBLEMS) })),
    }),
  ),
  'highlight.list': messageParser(array(HIGHLIGHT_SCHEMA)),
  'highlight.add': messageParser(HIGHLIGHT_SCHEMA),
  'page.saved': messageParser(nullable(SAVED_METADATA_SCHEMA)),
  'page.position': messageParser(nullable(POSITION_SCHEMA)),
  'page.font': messageParser(custom<Uint8Array<ArrayBuffer>>((value) => ArrayBuffer.isView(value))),
  'page.toggle-key': messageParser(nullable(string())),
  'link.save': receipt,
  'tab.ask-permission': messageParser(boolean()),
};
