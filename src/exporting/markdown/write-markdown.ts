import type { Parents, RootContent } from 'mdast';
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { mathToMarkdown } from 'mdast-util-math';
import { type Handle, type Options, toMarkdown } from 'mdast-util-to-markdown';

/** Writes blocks as Markdown text that reads back as the same blocks. */
export function writeMarkdown(blocks: RootContent[]): string {
  return toMarkdown({ type: 'root', children: blocks }, OPTIONS);
}

const emphasis = marking('*', 'em');
const strong = marking('**', 'strong');
const strike = marking('~~', 'del');

/**
 * An address of the web that stands in the words of a text, up to its last letter, digit or slash: the signs behind are of
 * the sentence.
 */
const BARE_ADDRESS = /https?:\/\/(?:[\w/]|[-.?#@!$&'()*+,;=:~%[\]]+(?=[\w/]))+/g;

/**
 * An address in the text stands between angle brackets: else readers link it as it stands, with the backslashes of its
 * signs, and all that follows up to a space, which in Chinese may be the rest of the paragraph. A link that is nothing but
 * its address stands between them already.
 */
const text: Handle = ({ value }: { value: string }, _parent, state, info) => {
  if (state.stack.includes('label') || state.stack.includes('autolink')) return state.safe(value, info);
  let written = '';
  let at = 0;
  const before = () => (at === 0 ? info.before : '>');
  const safe = (words: string, after: string) =>
    state
      .safe(words, { before: before(), after })
      .replace(/^\s?$/.test(after) ? ESCAPED_HOST : ESCAPED_OR_LAST_HOST, '$&\\');
  for (const { 0: address, index } of value.matchAll(BARE_ADDRESS)) {
    written += `${safe(value.slice(at, index), '<')}<${address}>`;
    at = index + address.length;
  }
  return written + safe(value.slice(at), info.after);
};

/** An address without its scheme, of which a sign is escaped: linked as it stands it would show the backslash. */
const ESCAPED_HOST = /(?<![a-z\d])www(?=\.\S{0,500}?\\)/gi;

/** One that markup follows, as in bold, would take the signs of that for its own. */
const ESCAPED_OR_LAST_HOST = /(?<![a-z\d])www(?=\.\S{0,500}?(?:\\|$))/gi;

const OPTIONS: Options = {
  bullet: '-',
  rule: '-',
  fence: '`',
  listItemIndent: 'one',
  extensions: [
    gfmTableToMarkdown({ tablePipeAlign: false }),
    gfmFootnoteToMarkdown({ firstLineBlank: false }),
    gfmStrikethroughToMarkdown(),
    mathToMarkdown(),
  ],
  handlers: { emphasis, strong, delete: strike, text },
  unsafe: [
    // Obsidian's own signs: `#tag`, `%%comment%%`, `==mark==`.
    { character: '#', before: '(?:^|[\\s])', inConstruct: 'phrasing' },
    { character: '%', after: '%', inConstruct: 'phrasing' },
    { character: '=', after: '=', inConstruct: 'phrasing' },
  ],
  join: [
    // A caption belongs to what stands above it, but a line of its own keeps it out of tables and pictures.
    (left, right) => (left.type === 'footnoteDefinition' && right.type === 'footnoteDefinition' ? 0 : undefined),
  ],
};

/**
 * A handler for emphasis that holds. CommonMark's signs do nothing between a letter and a punctuation mark (`字**“字”**字`),
 * which is the usual case in Chinese and Japanese; there the element is written as HTML
 * (https://spec.commonmark.org/0.31.2/#emphasis-and-strong-emphasis).
 */
function marking(sign: string, tag: string): Handle {
  const handle: Handle = (node, _parent, state, info) => {
    const tracker = state.createTracker(info);
    const inner = state.containerPhrasing(node as Parents & { type: 'strong' }, {
      ...tracker.current(),
      before: sign,
      after: sign,
    });
    const opens = holds(info.before.at(-1), inner.at(0));
    const closes = holds(info.after.at(0), inner.at(-1));
    return opens && closes ? sign + inner + sign : `<${tag}>${inner}</${tag}>`;
  };
  // What stands before it is asked for by the sign it begins with.
  return Object.assign(handle, { peek: () => sign[0] ?? '*' });
}

const SPACE = /\s/u;
const PUNCTUATION = /[\p{P}\p{S}]/u;

/** Whether a sign between these two characters is a flanking one, turned towards the inner. */
function holds(outer: string | undefined, inner: string | undefined): boolean {
  if (inner === undefined || SPACE.test(inner)) return false;
  if (outer !== undefined && /[*~]/.test(outer)) return false;
  return !PUNCTUATION.test(inner) || outer === undefined || SPACE.test(outer) || PUNCTUATION.test(outer);
}
