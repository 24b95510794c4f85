import { localDay } from '../../model/local-day.ts';

/** What the front matter says about an article. */
export interface MarkdownHead {
  title: string;
  byline: string | null;
  url: string;
  siteName: string | null;
  publishedTime: string | null;
  /** When it was saved, in milliseconds since 1970; null for a page that is not saved. */
  savedAt: number | null;
  tags: readonly string[];
}

/**
 * YAML front matter for Obsidian's properties: `title`, `author`, `site`, `source`, `published`, `saved`, `tags`,
 * without those that are unknown. Text is written as JSON strings, which are valid YAML
 * (https://yaml.org/spec/1.2.2/#12-overview-of-yaml).
 */
export function frontMatter(head: MarkdownHead): string {
  const lines = [`title: ${quoted(head.title)}`];
  if (head.byline) lines.push(`author: ${quoted(head.byline)}`);
  if (head.siteName) lines.push(`site: ${quoted(head.siteName)}`);
  lines.push(`source: ${quoted(head.url)}`);
  if (head.publishedTime) lines.push(`published: ${dayOf(head.publishedTime) ?? quoted(head.publishedTime)}`);
  if (head.savedAt !== null) lines.push(`saved: ${localDay(head.savedAt)}`);
  const tags = [...new Set(head.tags.map(obsidianTag).filter((tag) => tag !== ''))];
  if (tags.length > 0) lines.push('tags:', ...tags.map((tag) => `  - ${quoted(tag)}`));
  return `---\n${lines.join('\n')}\n---\n`;
}

/**
 * A JSON string on one line. White space (with line separators, which YAML takes for line breaks) and control
 * characters become spaces: YAML does not allow control characters (https://yaml.org/spec/1.2.2/#51-character-set), and
 * its parsers reject the whole front matter for one.
 */
const quoted = (text: string): string => JSON.stringify(text.replace(/[\s\p{Cc}\ufffe\uffff]+/gu, ' ').trim());

const dayOf = (time: string): string | null => /^\d{4}-\d\d-\d\d/.exec(time)?.[0] ?? null;

/** A tag as Obsidian allows it: without spaces, and not digits alone (https://help.obsidian.md/tags#Tag+format). */
function obsidianTag(tag: string): string {
  const name = tag
    .trim()
    .replace(/^#+/, '')
    .replace(/[^\p{L}\p{M}\p{N}\p{Emoji_Presentation}_/-]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return /^\d+$/.test(name) ? `${name}_` : name;
}
