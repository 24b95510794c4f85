import type { ExportedArticle } from '../exported-article.ts';
import { element, escapeXml, webAddress } from './escape-xml.ts';

/** The title of an article and, below it, who wrote it, where and when; `quiet` is the class of such lines. */
export function articleHead({ metadata }: Pick<ExportedArticle, 'metadata'>, quiet: string): string[] {
  const { title, byline, siteName, publishedTime } = metadata;
  const facts = [byline, siteName, publishedTime?.slice(0, 10)].filter((fact) => fact);
  return [element('h1', {}, escapeXml(title)), ...quietLine(facts.join(' · '), quiet)];
}

/** Its lead picture; nothing where there is none, or `source` has none for it. */
export function leadPicture(
  { article }: Pick<ExportedArticle, 'article'>,
  source: (address: string) => string | null,
): string[] {
  const src = article?.leadImage ? source(article.leadImage) : null;
  return src === null ? [] : [element('p', {}, element('img', { src, alt: '' }, ''))];
}

/** What its page says about licence and sources, line by line. */
export const attributionLines = ({ article }: Pick<ExportedArticle, 'article'>, quiet: string): string[] =>
  (article?.attribution ?? '').split('\n').flatMap((line) => quietLine(line, quiet));

/** A link to its page; nothing where that has no address on the web. */
export function originalLink({ metadata }: Pick<ExportedArticle, 'metadata'>, label: string, quiet: string): string[] {
  const href = webAddress(metadata.url);
  return href === null ? [] : [element('p', { class: quiet }, element('a', { href }, escapeXml(label)))];
}

const quietLine = (text: string, quiet: string): string[] =>
  text.trim() === '' ? [] : [element('p', { class: quiet }, escapeXml(text))];
