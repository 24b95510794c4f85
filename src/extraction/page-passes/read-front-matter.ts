import type { PagePass } from '../extraction-pass.ts';
import { firstText } from '../find-elements.ts';
import { cleanByline } from '../metadata/clean-byline.ts';
import { cleanText } from '../metadata/clean-text.ts';
import { chineseTag } from '../metadata/detect-language.ts';
import { parseDate } from '../metadata/parse-date.ts';

/** YAML or TOML between two fences at the very start of a page. */
const FENCED = /^\s*(---|\+\+\+)[ \t]*\r?\n([\s\S]{0,8000}?)\r?\n\1[ \t]*(?:\r?\n|$)/;

/**
 * Takes the front matter of a raw file out of the text and reads it as metadata.
 *
 * A raw Markdown file opened as a page begins with YAML or TOML, which is not the first paragraph.
 */
export const readFrontMatter: PagePass = {
  run({ clone, metadata, now }) {
    const first = firstText(clone.body ?? clone);
    // The pattern takes long to compile, and few pages begin like this.
    const match = first && /^\s*[-+]{3}/.test(first.data) && FENCED.exec(first.data);
    if (!first || !match || !/^\w[\w-]*\s*[:=]/m.test(match[2] ?? '')) return;
    const fields = parseFields(match[2] ?? '');
    metadata.title = cleanText(fields.get('title')) ?? metadata.title;
    metadata.byline = cleanByline(fields.get('author') ?? fields.get('authors')) ?? metadata.byline;
    metadata.excerpt ??= cleanText(fields.get('description') ?? fields.get('summary') ?? fields.get('excerpt'), 400);
    const lang =
      fields.get('lang') ?? fields.get('language') ?? (/\p{sc=Han}/u.test(first.data) ? chineseTag(first.data) : null);
    const date = fields.get('date') ?? fields.get('published') ?? fields.get('pubdate');
    metadata.publishedTime = (date && parseDate(date, { now, lang })) || metadata.publishedTime;
    first.data = first.data.slice(match[0].length);
  },
};

/** Reads `key: value` lines. Quotes are taken off, nested lists and blocks passed over, and `[a, b]` becomes `a, b`. */
function parseFields(yaml: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const line of yaml.split(/\r?\n/)) {
    const match = /^([\w-]+)\s*[:=]\s*(\S.*?)\s*$/.exec(line);
    if (match?.[1] && match[2])
      fields.set(match[1].toLowerCase(), match[2].replace(/^(['"[])(.*)(['"\]])$/, '$2').replace(/''/g, "'"));
  }
  return fields;
}
