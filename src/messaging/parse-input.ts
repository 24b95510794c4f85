import {
  array,
  boolean,
  custom,
  exactOptional,
  integer,
  maxLength,
  maxValue,
  minValue,
  nullable,
  number,
  object,
  picklist,
  pipe,
  strictTuple,
  string,
} from 'valibot';
import { ARTICLE_SCHEMA } from '../model/article.ts';
import { FETCH_END_SCHEMA } from '../model/fetching.ts';
import { HIDING_SCHEMA } from '../model/hidden-blocks.ts';
import { COLOUR_SCHEMA, HIGHLIGHT_DRAFT_SCHEMA, NOTE_SCHEMA } from '../model/highlights/parse-highlight.ts';
import { WISH_SCHEMA } from '../model/permission-wish.ts';
import { LARGEST_PICTURE, PICTURE_PROBLEMS } from '../model/pictures/picture.ts';
import { READER_PARTS } from '../model/reader-part.ts';
import { PLACE_SCHEMA, POSITION_SCHEMA } from '../model/saved-article.ts';
import { LONGEST_TAG, MOST_CHANGED_TAGS } from '../model/search/tag-key.ts';
import { FONT_FILES } from '../model/settings/bundled-fonts.ts';
import { messageParser } from './message-parser.ts';
import type { Input, MessageName } from './protocol.ts';

/** The most rows that a message may ask for. No list shows more at once, and they would fill the memory. */
const MAX_LIMIT = 10_000;

const id = pipe(string(), maxLength(200));
const ids = array(id);
const limit = pipe(number(), integer(), minValue(0), maxValue(MAX_LIMIT));
const tags = pipe(array(pipe(string(), maxLength(LONGEST_TAG))), maxLength(MOST_CHANGED_TAGS));
const tabId = exactOptional(pipe(number(), integer()));
const saveOptions = { tabId, consent: exactOptional(boolean()) };
const nothing = object({});
const address = pipe(string(), maxLength(100_000));
const pixels = pipe(number(), integer(), minValue(0));
/** Not by `instanceof`, which a test's document denies to what Node has made. */
const bytes = custom<Uint8Array<ArrayBuffer>>(
  (value) => Object.prototype.toString.call(value) === '[object Uint8Array]',
);

/** The parser for the input of each message. */
const INPUT_PARSERS: { [Name in MessageName]: (value: unknown) => Input<Name> } = {
  'article.save': messageParser(object({ article: ARTICLE_SCHEMA, ...saveOptions })),
  'article.update': messageParser(object({ article: ARTICLE_SCHEMA, ...saveOptions })),
  'article.undo-save': messageParser(object({ id, savedAt: number() })),
  'article.find': messageParser(object({ url: string() })),
  'article.open': messageParser(object({ id })),
  'article.move': messageParser(object({ ids, place: PLACE_SCHEMA, from: exactOptional(array(PLACE_SCHEMA)) })),
  'article.restore': messageParser(object({ ids })),
  'article.drop-deleted': messageParser(object({ ids })),
  'article.favourite': messageParser(object({ ids, favourite: boolean() })),
  'article.tag': messageParser(object({ ids, add: exactOptional(tags), remove: exactOptional(tags) })),
  'tag.replace': messageParser(
    object({
      from: pipe(string(), maxLength(LONGEST_TAG)),
      to: nullable(pipe(string(), maxLength(LONGEST_TAG))),
      ids: exactOptional(ids),
    }),
  ),
  'article.position': messageParser(object({ id, position: POSITION_SCHEMA })),
  'article.hide': messageParser(object({ id, changes: HIDING_SCHEMA })),
  'article.opened': messageParser(object({ id })),
  'article.copies': messageParser(object({ id })),
  'article.open-copy': messageParser(object({ id, keptAt: number() })),
  'article.use-copy': messageParser(object({ id, keptAt: number() })),
  'article.drop-copy': messageParser(object({ id, keptAt: number() })),
  'article.receipt': messageParser(object({ id })),
  'article.pictures': messageParser(object({ id })),
  'article.picture': messageParser(object({ id, url: address })),
  'article.keep-pictures': messageParser(object({ id, urls: exactOptional(array(address)) })),
  'highlight.list': messageParser(object({ articleId: id })),
  'highlight.list-all': messageParser(nothing),
  'highlight.add': messageParser(object({ articleId: id, draft: HIGHLIGHT_DRAFT_SCHEMA })),
  'highlight.change': messageParser(
    object({
      id,
      articleId: id,
      colour: exactOptional(COLOUR_SCHEMA),
      note: exactOptional(NOTE_SCHEMA),
      noteBefore: exactOptional(string()),
    }),
  ),
  'highlight.remove': messageParser(object({ id, articleId: id })),
  'highlight.restore': messageParser(object({ id, articleId: id })),
  'fetch.page': messageParser(object({ id })),
  'fetch.keep': messageParser(object({ id, article: ARTICLE_SCHEMA })),
  'fetch.end': messageParser(object({ id, end: FETCH_END_SCHEMA })),
  'picture.report': messageParser(
    object({
      articleId: id,
      url: address,
      picture: nullable(pipe(bytes, maxLength(LARGEST_PICTURE))),
      problem: nullable(picklist(PICTURE_PROBLEMS)),
      size: nullable(object({ width: pixels, height: pixels })),
    }),
  ),
  'page.saved': messageParser(object({ tabId, url: exactOptional(address) })),
  'page.moved': messageParser(nothing),
  'page.position': messageParser(object({ tabId })),
  'page.keep-position': messageParser(object({ tabId, url: address, position: POSITION_SCHEMA })),
  'page.load-part': messageParser(object({ part: picklist(READER_PARTS), withSanitiser: exactOptional(boolean()) })),
  'page.font': messageParser(object({ file: picklist(FONT_FILES) })),
  'page.toggle-key': messageParser(nothing),
  'page.open-reader': messageParser(nothing),
  'link.save': messageParser(object({ url: string(), title: string(), ...saveOptions })),
  'library.list': messageParser(
    object({ place: PLACE_SCHEMA, limit, after: exactOptional(nullable(strictTuple([number(), id]))) }),
  ),
  'library.metadata': messageParser(object({ ids })),
  'library.counts': messageParser(nothing),
  'library.continue': messageParser(object({ limit })),
  'library.search': messageParser(object({ text: pipe(string(), maxLength(1000)), limit })),
  'library.mend-search': messageParser(object({ damaged: boolean() })),
  'library.tags': messageParser(nothing),
  'library.empty-deleted': messageParser(nothing),
  'tab.open-list': messageParser(object({ makeRoom: exactOptional(boolean()) })),
  'tab.open-saved': messageParser(object({ id, highlight: exactOptional(id), tags: exactOptional(boolean()) })),
  'tab.open-link': messageParser(object({ id, behind: exactOptional(boolean()) })),
  'tab.ask-permission': messageParser(object({ wish: WISH_SCHEMA })),
  'tab.open-shortcut-settings': messageParser(nothing),
};

/** Parses the input of a message. Throws `bad-message` when it is not what the protocol says. */
export function parseInput<Name extends MessageName>(name: Name, value: unknown): Input<Name> {
  return INPUT_PARSERS[name](value);
}
