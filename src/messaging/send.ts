import {
  array,
  boolean,
  exactOptional,
  instance,
  literal,
  nullable,
  number,
  object,
  picklist,
  strictTuple,
  string,
  variant,
} from 'valibot';
import { ARTICLE_SCHEMA } from '../model/article.ts';
import { COPY_REASONS } from '../model/article-copy.ts';
import { HIGHLIGHT_SCHEMA } from '../model/highlights/parse-highlight.ts';
import { PICTURE_PROBLEMS } from '../model/pictures/picture.ts';
import { SAVED_ARTICLE_SCHEMA, SAVED_METADATA_SCHEMA } from '../model/saved-article.ts';
import { askBackground } from './ask-background.ts';
import { messageParser, type OutputParsers, readOutput } from './message-parser.ts';
import type { Input, MessageName, Output } from './protocol.ts';
import { PAGE_OUTPUT_PARSERS } from './send-from-page.ts';

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

const spelledTags = array(object({ tag: string(), ids: array(string()) }));
const marks = array(strictTuple([number(), number()]));

/** The parsers of the outputs of all messages that have one. */
const OUTPUT_PARSERS: OutputParsers<MessageName> = {
  ...PAGE_OUTPUT_PARSERS,
  'article.find': messageParser(nullable(SAVED_METADATA_SCHEMA)),
  'article.open': messageParser(nullable(SAVED_ARTICLE_SCHEMA)),
  'tag.replace': messageParser(object({ changed: spelledTags, joined: spelledTags })),
  'article.copies': messageParser(
    array(object({ keptAt: number(), why: picklist(COPY_REASONS), wordCount: number() })),
  ),
  'article.open-copy': messageParser(nullable(ARTICLE_SCHEMA)),
  'article.pictures': messageParser(
    array(
      object({
        url: string(),
        state: picklist(['pending', 'kept', 'refused']),
        problem: nullable(picklist(PICTURE_PROBLEMS)),
        bytes: number(),
      }),
    ),
  ),
  'article.picture': messageParser(nullable(instance(Blob))),
  'highlight.list-all': messageParser(
    array(object({ metadata: SAVED_METADATA_SCHEMA, highlights: array(HIGHLIGHT_SCHEMA) })),
  ),
  'fetch.page': messageParser(
    variant('kind', [
      object({
        kind: literal('page'),
        page: object({
          asked: string(),
          url: string(),
          status: number(),
          type: string(),
          body: nullable(instance(Blob)),
        }),
      }),
      object({ kind: picklist(['no-answer', 'no-access', 'settled']) }),
    ]),
  ),
  'fetch.keep': messageParser(boolean()),
  'library.list': messageParser(
    object({
      items: array(SAVED_METADATA_SCHEMA),
      next: nullable(strictTuple([number(), string()])),
      damaged: exactOptional(array(object({ id: string(), title: nullable(string()) }))),
    }),
  ),
  'library.metadata': messageParser(array(SAVED_METADATA_SCHEMA)),
  'library.counts': messageParser(object({ list: number(), archive: number(), deleted: number() })),
  'library.continue': messageParser(array(SAVED_METADATA_SCHEMA)),
  'library.search': messageParser(
    object({
      hits: array(
        object({ metadata: SAVED_METADATA_SCHEMA, snippet: string(), marks, titleMarks: exactOptional(marks) }),
      ),
      more: boolean(),
      damaged: boolean(),
    }),
  ),
  'library.mend-search': messageParser(nullable(object({ done: number(), total: number() }))),
  'library.tags': messageParser(array(object({ name: string(), count: number() }))),
  'tab.open-shortcut-settings': messageParser(boolean()),
};
