import { articleToMarkdown } from '../../exporting/article-to-markdown.ts';
import { textFragmentAddress } from '../../exporting/text-fragment-address.ts';
import { describeRange } from '../../highlighting/describe-range.ts';
import { mapText } from '../../highlighting/text-map.ts';
import type { Article } from '../../model/article.ts';

/** What is copied from an article beyond what a browser copies. */
export const COPYING = { writeMarkdown, linkToPassage };

/** The article as Markdown, or the selected part of it, with a line that names its source. `body` is sanitised. */
function writeMarkdown(article: Article, body: ParentNode, isPart: boolean): string {
  const { url, title, byline, siteName, publishedTime, leadImage, attribution } = article;
  const head = { title, byline, url, siteName, publishedTime, savedAt: null, tags: [] };
  const rest = isPart ? {} : { leadImage, attribution };
  const text = articleToMarkdown(head, body, { withFrontMatter: false, ...rest }).trim();
  const name = title.replace(/[\\[\]]/g, '\\$&');
  const source = [`[${name}](${url})`, byline, siteName].filter(Boolean).join(' · ');
  return isPart ? `${text}\n\n— ${source}\n` : `# ${name}\n\n${source}\n\n${text}\n`;
}

/** The address of the article's page, opened at the selected passage; null where no words are selected. */
function linkToPassage(article: Article, body: HTMLElement, selected: Range): string | null {
  const passage = describeRange(mapText(body), selected);
  return passage && textFragmentAddress(article.url, passage);
}
