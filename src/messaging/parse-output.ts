import {
  array,
  boolean,
  custom,
  exactOptional,
  nullable,
  number,
  object,
  picklist,
  strictTuple,
  string,
} from 'valibot';
import { POSITION_SCHEMA, SAVED_ARTICLE_SCHEMA, SAVED_METADATA_SCHEMA } from '../model/parse-saved-metadata.ts';
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

const OUTPUT_PARSERS: { [Name in MessageName]: (value: unknown) => Output<Name> } = {
  'article.save': receipt,
  'article.update': receipt,
  'article.undo-save': ignore,
  'article.find': messageParser(nullable(SAVED_METADATA_SCHEMA)),
  'article.open': messageParser(nullable(SAVED_ARTICLE_SCHEMA)),
  'article.move': ignore,
  'article.restore': ignore,
  'article.favourite': ignore,
  'article.tag': ignore,
  'article.position': ignore,
  'article.opened': ignore,
  'page.saved': messageParser(nullable(SAVED_METADATA_SCHEMA)),
  'page.moved': ignore,
  'page.position': messageParser(nullable(POSITION_SCHEMA)),
  'page.keep-position': ignore,
  'page.load-part': ignore,
  'page.font': messageParser(custom<Uint8Array<ArrayBuffer>>((value) => ArrayBuffer.isView(value))),
  'page.open-reader': ignore,
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
  'tab.open-list': ignore,
  'tab.open-saved': ignore,
  'tab.open-link': ignore,
  'tab.ask-permission': messageParser(boolean()),
  'tab.open-shortcut-settings': messageParser(boolean()),
};

/** For messages without an answer: Chrome turns `undefined` into `null` on the way, so there is nothing to read. */
function ignore(): void {}

/** Reads what the background answers; throws `bad-message` when it is not what the protocol says. */
export function parseOutput<Name extends MessageName>(name: Name, value: unknown): Output<Name> {
  return OUTPUT_PARSERS[name](value);
}
