import { Readability } from '@mozilla/readability';
import type { Article } from '../model/article.ts';
import { RectoError } from '../model/recto-error.ts';
import { blockText } from './block-text.ts';

export interface ExtractOptions {
  /** Address the tab shows. */
  url: string;
  /** Gives whatever text there is instead of `not-an-article`. */
  force?: boolean;
  /** Guesses the language of a text as a BCP 47 tag; the content script passes the browser's own detection. */
  detectLanguage?: (text: string) => Promise<string | null>;
  /** Reference for relative dates; the present by default. */
  now?: Date;
}

/**
 * Reads the article of a document. The document is never changed.
 *
 * Throws `RectoError`: `empty` when the page has no text, `not-an-article` when no body was found.
 */
export async function extractArticle(live: Document, options: ExtractOptions): Promise<Article> {
  const clone = live.cloneNode(true) as Document;
  const parsed = new Readability(clone).parse();
  if (!parsed?.content) {
    const hasText = (live.body?.textContent ?? '').trim() !== '';
    throw new RectoError(hasText ? 'not-an-article' : 'empty');
  }
  const body = new DOMParser().parseFromString(parsed.content, 'text/html').body;
  const text = blockText(body);
  const title = parsed.title || live.title.trim() || new URL(options.url).host;
  const lang = live.documentElement.lang || ((await options.detectLanguage?.(text.slice(0, 2000))) ?? null);
  const wordCount = text.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]|[\p{L}\p{N}]+/gu)?.length ?? 0;
  return {
    url: options.url,
    canonicalUrl: live.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href ?? null,
    title,
    byline: parsed.byline || null,
    siteName: parsed.siteName || null,
    publishedTime: parsed.publishedTime || null,
    lang: lang || null,
    dir: parsed.dir === 'rtl' ? 'rtl' : 'ltr',
    excerpt: parsed.excerpt || null,
    leadImage: null,
    attribution: null,
    html: body.innerHTML,
    text,
    wordCount,
    readingMinutes: Math.max(1, Math.round(wordCount / 230)),
    contentHash: await hashText(`${title}\n${text}`),
  };
}

/** SHA-256 in hex; a page without a secure context has no `crypto.subtle` and gets a 53-bit hash instead (cyrb53). */
async function hashText(text: string): Promise<string> {
  if (globalThis.crypto?.subtle !== undefined) {
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
    return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  }
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  return ((high >>> 0) * 0x200000 + (low >>> 11)).toString(16);
}
