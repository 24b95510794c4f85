/** What the front matter says of an article. */
export interface MarkdownHead {
  title: string;
  byline: string | null;
  url: string;
  siteName: string | null;
  publishedTime: string | null;
  /** When it was saved, milliseconds since 1970; null for a page that is not kept. */
  savedAt: number | null;
  tags: readonly string[];
}

/**
 * YAML front matter as Obsidian's properties read it: `title`, `author`, `site`, `source`, `published`, `saved`, `tags`;
 * what is unknown is left out. Text is written as JSON strings, which are YAML (https://yaml.org/spec/1.2.2/#12-overview-of-yaml).
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
 * Line separators are line breaks to YAML and to JavaScript, and have no business in a title, nor have controls: YAML
 * knows none (https://yaml.org/spec/1.2.2/#51-character-set), and its readers refuse the whole of the front matter.
 */
const quoted = (text: string): string => JSON.stringify(text.replace(/[\s\p{Cc}\ufffe\uffff]+/gu, ' ').trim());

const dayOf = (time: string): string | null => /^\d{4}-\d\d-\d\d/.exec(time)?.[0] ?? null;

/** The day in the reader's own time zone, `2026-05-03`; empty for a time no calendar holds. */
export function localDay(time: number): string {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return '';
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Obsidian's tags have no spaces and are not numbers alone (https://help.obsidian.md/tags#Tag+format). */
function obsidianTag(tag: string): string {
  const name = tag
    .trim()
    .replace(/^#+/, '')
    .replace(/[^\p{L}\p{M}\p{N}\p{Emoji_Presentation}_/-]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return /^\d+$/.test(name) ? `${name}_` : name;
}
