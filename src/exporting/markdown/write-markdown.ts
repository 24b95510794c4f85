import type { Parents, RootContent } from 'mdast';
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { mathToMarkdown } from 'mdast-util-math';
import { type Handle, type Options, toMarkdown } from 'mdast-util-to-markdown';

/** Writes blocks as Markdown text that parses to the same blocks. */
export function writeMarkdown(blocks: RootContent[]): string {
  return toMarkdown({ type: 'root', children: blocks }, OPTIONS);
}

const emphasis = emphasisHandler('*', 'em');
const strong = emphasisHandler('**', 'strong');
const strike = emphasisHandler('~~', 'del');

/**
 * A web address in running text, up to its last letter, digit or slash. Punctuation after that belongs to the sentence.
 */
const BARE_ADDRESS = /https?:\/\/(?:[\w/]|[-.?#@!$&'()*+,;=:~%[\]]+(?=[\w/]))+/g;

/**
 * Writes text, with each address in it between angle brackets. A bare address would be linked by GFM together with the
 * backslashes that escape its characters, and with all that follows up to a space, which in Chinese may be the rest of
 * the paragraph. The text of a link that is its own address is between angle brackets already.
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

/**
 * The `www` of an address without a scheme in which a character is escaped. GFM would link it together with the
 * backslash.
 */
const ESCAPED_HOST = /(?<![a-z\d])www(?=\.\S{0,500}?\\)/gi;

/** The same, and the `www` of an address right before markup, which GFM would take for a part of the address. */
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
    // Obsidian's additions to Markdown: `#tag`, `%%comment%%`, `==mark==`.
    { character: '#', before: '(?:^|[\\s])', inConstruct: 'phrasing' },
    { character: '%', after: '%', inConstruct: 'phrasing' },
    { character: '=', after: '=', inConstruct: 'phrasing' },
  ],
  join: [
    // No empty line between the definitions of footnotes.
    (left, right) => (left.type === 'footnoteDefinition' && right.type === 'footnoteDefinition' ? 0 : undefined),
  ],
};

/**
 * Makes a handler for one kind of emphasis. CommonMark ignores delimiters between a letter and a punctuation mark
 * (`字**“字”**字`), as they often are in Chinese and Japanese. There the element is written as HTML
 * (https://spec.commonmark.org/0.31.2/#emphasis-and-strong-emphasis).
 */
function emphasisHandler(sign: string, tag: string): Handle {
  const handle: Handle = (node, _parent, state, info) => {
    const tracker = state.createTracker(info);
    const inner = state.containerPhrasing(node as Parents & { type: 'strong' }, {
      ...tracker.current(),
      before: sign,
      after: sign,
    });
    const opens = isFlanking(info.before.at(-1), inner.at(0));
    const closes = isFlanking(info.after.at(0), inner.at(-1));
    return opens && closes ? sign + inner + sign : `<${tag}>${inner}</${tag}>`;
  };
  // `toMarkdown` asks by `peek` for the first character, to decide what to escape before it.
  return Object.assign(handle, { peek: () => sign[0] ?? '*' });
}

const SPACE = /\s/u;
const PUNCTUATION = /[\p{P}\p{S}]/u;

/**
 * Whether a delimiter between these two characters is a flanking one in CommonMark's sense, with the text at `inner`.
 */
function isFlanking(outer: string | undefined, inner: string | undefined): boolean {
  if (inner === undefined || SPACE.test(inner)) return false;
  if (outer !== undefined && /[*~]/.test(outer)) return false;
  return !PUNCTUATION.test(inner) || outer === undefined || SPACE.test(outer) || PUNCTUATION.test(outer);
}
