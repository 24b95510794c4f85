import {
  array,
  boolean,
  custom,
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
import { COPY_REASONS } from '../model/article-copy.ts';
import { ARTICLE_SCHEMA } from '../model/article-schema.ts';
import { HIGHLIGHT_SCHEMA } from '../model/parse-highlight.ts';
import { POSITION_SCHEMA, SAVED_ARTICLE_SCHEMA, SAVED_METADATA_SCHEMA } from '../model/parse-saved-metadata.ts';
import { PICTURE_PROBLEMS } from '../model/picture.ts';
import { messageParser } from './message-parser.ts';
import type { MessageName, Output } from './protocol.ts';

const receipt = messageParser(
  object({
    id: string(),
    savedAt: number(),
    existed: boolean(),
    aside: exactOptional(picklist(['shorter', 'sign-in'])),
  }),
);
const marks = array(strictTuple([number(), number()]));

const problem = picklist(PICTURE_PROBLEMS);

type Parsers<Names extends MessageName> = { [Name in Names]: (value: unknown) => Output<Name> };
type WithoutAnswer = { [Name in MessageName]: undefined extends Output<Name> ? Name : never }[MessageName];

/** Those without an answer are not named: this is part of every script that goes into a page. */
const OUTPUT_PARSERS: Parsers<Exclude<MessageName, WithoutAnswer>> = {
  'article.save': receipt,
  'article.update': receipt,
  'article.undo-save': messageParser(boolean()),
  'article.find': messageParser(nullable(SAVED_METADATA_SCHEMA)),
  'article.open': messageParser(nullable(SAVED_ARTICLE_SCHEMA)),
  'tag.replace': messageParser(object({ changed: array(string()), joined: array(string()) })),
  'article.copies': messageParser(
    array(object({ keptAt: number(), why: picklist(COPY_REASONS), wordCount: number() })),
  ),
  'article.open-copy': messageParser(nullable(ARTICLE_SCHEMA)),
  'article.receipt': messageParser(
    object({
      total: number(),
      kept: number(),
      pending: number(),
      bytes: number(),
      refused: array(object({ url: string(), problem })),
    }),
  ),
  'article.pictures': messageParser(
    array(
      object({
        url: string(),
        state: picklist(['pending', 'kept', 'refused']),
        problem: nullable(problem),
        bytes: number(),
      }),
    ),
  ),
  'article.picture': messageParser(nullable(instance(Blob))),
  'highlight.list': messageParser(array(HIGHLIGHT_SCHEMA)),
  'highlight.list-all': messageParser(
    array(object({ metadata: SAVED_METADATA_SCHEMA, highlights: array(HIGHLIGHT_SCHEMA) })),
  ),
  'highlight.add': messageParser(HIGHLIGHT_SCHEMA),
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
  'page.saved': messageParser(nullable(SAVED_METADATA_SCHEMA)),
  'page.position': messageParser(nullable(POSITION_SCHEMA)),
  'page.font': messageParser(custom<Uint8Array<ArrayBuffer>>((value) => ArrayBuffer.isView(value))),
  'link.save': receipt,
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
  'tab.ask-permission': messageParser(boolean()),
  'tab.open-shortcut-settings': messageParser(boolean()),
};

/** Reads what the background answers; throws `bad-message` when it is not what the protocol says. */
export function parseOutput<Name extends MessageName>(name: Name, value: unknown): Output<Name> {
  const parsers: Partial<Parsers<MessageName>> = OUTPUT_PARSERS;
  return (parsers[name] ?? ignore)(value);
}

/** Nobody reads the answer of a message that has none: Chrome turns `undefined` into `null` on the way. */
const ignore = messageParser(custom<never>(() => true));
