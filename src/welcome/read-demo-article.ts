import type { Article } from '../model/article.ts';
import { countWords, readingMinutes } from '../model/text/count-words.ts';

/**
 * Reads the demo article in the language nearest to `locale`. It is a page of Recto's own, so it is read by its class
 * names, without `extraction`.
 */
export async function readDemoArticle(locale: string): Promise<Article> {
  const url = new URL(`/demo/${demoLanguage(locale)}.html`, location.href);
  const page = await loadPage(url);
  const body = page.querySelector('.article-body');
  if (!body) throw new Error(`${url}: no article`);
  for (const picture of body.querySelectorAll('img')) await embed(picture, url);
  const text = (body.textContent ?? '').replace(/\n\s*/g, '\n').trim();
  const lang = page.documentElement.lang;
  return {
    url: url.href,
    canonicalUrl: null,
    title: page.querySelector('h1')?.textContent ?? '',
    byline: page.querySelector('.author')?.textContent ?? null,
    siteName: page.querySelector('.site-name')?.textContent ?? null,
    publishedTime: page.querySelector('time')?.dateTime ?? null,
    lang,
    dir: page.documentElement.dir === 'rtl' ? 'rtl' : 'ltr',
    excerpt: page.querySelector<HTMLMetaElement>('meta[name="description"]')?.content ?? null,
    leadImage: null,
    attribution: null,
    html: body.innerHTML,
    text,
    wordCount: countWords(text),
    readingMinutes: readingMinutes(text),
    contentHash: 'demo',
  };
}

/** Languages of the demo article. Each version is an essay of its own on pages in that script, not a translation. */
const LANGUAGES = ['en', 'zh', 'zh-Hant', 'ja', 'ar'];

function demoLanguage(locale: string): string {
  const { language, script } = new Intl.Locale(locale).maximize();
  const wanted = [`${language}-${script}`, language];
  return wanted.find((name) => LANGUAGES.includes(name)) ?? 'en';
}

/** Loads a page as a document in which nothing runs. A string could not be parsed, since Trusted Types forbid it. */
function loadPage(url: URL): Promise<Document> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('GET', url);
    request.responseType = 'document';
    request.onload = () => (request.responseXML ? resolve(request.responseXML) : reject(new Error(`${url}: no page`)));
    request.onerror = () => reject(new Error(`${url}: not there`));
    request.send();
  });
}

/** Makes a drawing part of the article, as the extraction does with drawings in a page. */
async function embed(picture: HTMLImageElement, base: URL): Promise<void> {
  const drawing = await (await fetch(new URL(picture.getAttribute('src') ?? '', base))).text();
  picture.setAttribute('src', `data:image/svg+xml,${encodeURIComponent(drawing)}`);
}
