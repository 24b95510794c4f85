import type { Article } from '../model/article.ts';
import { RectoError } from '../model/errors/recto-error.ts';
import { hashText } from '../model/hash-text.ts';
import { nextTurn } from '../model/slicer.ts';
import { countWords, readingMinutes } from '../model/text/count-words.ts';
import { blockText } from './block-text.ts';
import { chooseBody } from './choosing/choose-body.ts';
import { copyPage, type ExtractOptions, emptyMetadata } from './copy-page.ts';
import type { PageContext } from './extraction-pass.ts';
import { BODY_PASSES, CLEANING_PASSES, PAGE_PASSES } from './extraction-passes.ts';
import { findFirst, rawText } from './find-elements.ts';
import { findExcess, listParagraphs } from './find-excess.ts';
import { directionOf } from './metadata/choose-language.ts';
import { detectLanguage } from './metadata/detect-language.ts';
import { titleFromAddress } from './metadata/title-from-address.ts';
import { readMetadata } from './page-passes/read-metadata.ts';
import { partParagraphs } from './page-passes/split-br-paragraphs.ts';
import { readThread } from './platforms/read-thread.ts';
import { refuseOtherPages } from './refuse-other-pages.ts';

/**
 * Reads the article of a page. The live document is never changed.
 *
 * Throws `RectoError`: `too-large`, `empty`, `not-an-article`. With `force`, a page that is too large gives its text alone.
 */
export async function extractArticle(live: Document, options: ExtractOptions): Promise<Article> {
  const page = copyPage(live, options);
  const excess = findExcess(page.clone);
  if (excess !== null) {
    if (options.force) return extractText(live, options.url);
    throw new RectoError('too-large', excess);
  }
  const picked = options.block && findFirst(page.clone, options.block);
  for (const pass of PAGE_PASSES) {
    pass.run(page);
    // The live page may change from here on. Later passes ask it only for pictures, and only if it still has as
    // many.
    if (pass === readMetadata) await page.breathe();
  }
  await page.breathe();
  const thread = picked ? takePicked(picked, page) : takeThread(page);
  const body = thread ?? (await chooseBody(cleanPage(page)));
  if (!body || !rawText(body).trim()) throw nothingToRead(live);
  // The picture that a forum declares is its logo, or one of a post.
  if (thread) page.metadata.leadImage = null;
  else if (!options.force) refuseOtherPages(body, page);
  for (const pass of BODY_PASSES) {
    await page.breathe();
    await pass.run(body, page);
  }
  await page.breathe();
  const text = blockText(body);
  if (!text) throw nothingToRead(live);
  return assembleArticle(page, body.innerHTML, text);
}

/** The text alone of a page that is too large to be laid out as an article. */
async function extractText(live: Document, url: string): Promise<Article> {
  const { html, text } = listParagraphs(live);
  if (!text) throw new RectoError('empty');
  await nextTurn();
  const metadata = { ...emptyMetadata(), lang: detectLanguage(text), dir: directionOf(text) };
  return assembleArticle({ url, clone: live, metadata }, html, text);
}

/** What the person picked, cleaned as if nothing else were on the page. */
function takePicked(picked: Element, page: PageContext): HTMLElement {
  const { body } = page.clone;
  if (picked !== body) body.replaceChildren(picked);
  cleanPage(page);
  return body;
}

/**
 * The posts of a thread. The engine identifies them, so the only cleaning is that text between empty lines becomes
 * paragraphs, as people write posts.
 */
function takeThread(page: PageContext): HTMLElement | null {
  const thread = readThread(page);
  if (thread) {
    page.clone.body.append(thread);
    partParagraphs(page.clone);
  }
  return thread;
}

/** The error for a page without an article: `empty` where it has no text, else `not-an-article`. */
function nothingToRead(live: Document): RectoError {
  return new RectoError(live.body && blockText(live.body) ? 'not-an-article' : 'empty');
}

function cleanPage(page: PageContext): PageContext {
  for (const pass of CLEANING_PASSES) pass.run(page);
  return page;
}

function assembleArticle(
  { url, clone, metadata }: Pick<PageContext, 'url' | 'clone' | 'metadata'>,
  html: string,
  text: string,
): Article {
  const title = metadata.title || clone.title.trim() || titleFromAddress(url);
  return {
    ...metadata,
    url,
    title,
    html,
    text,
    wordCount: countWords(text),
    readingMinutes: readingMinutes(text),
    contentHash: hashText(`${title}\n${text}`),
  };
}
