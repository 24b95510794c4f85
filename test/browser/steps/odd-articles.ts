import type { View } from '../driver/browser-driver.ts';

const WORDS = 'the tide at a harbour can be told years ahead and for most of a century the telling was done by brass';

/** So many words of running text, each sentence with a number of its own. */
export function prose(words: number, seed = 0): string {
  const each = WORDS.split(' ').length + 1;
  return Array.from({ length: Math.max(1, Math.round(words / each)) }, (_, index) => `${WORDS} ${seed + index}.`).join(
    ' ',
  );
}

/** An article with this many words in paragraphs of about a hundred, with a heading for every twenty. */
export function longArticle(words: number): string {
  return Array.from({ length: Math.round(words / 100) }, (_, index) => {
    const heading = index % 20 === 0 ? `<h2>Part ${index / 20 + 1}</h2>` : '';
    return `${heading}<p>${prose(100, index * 10)}</p>`;
  }).join('');
}

const ARABIC = 'كان الحارس يقرأ ارتفاع المد كل صباح';

/** Articles as nobody should write them. */
export const ODD_ARTICLES: Record<string, () => string> = {
  '5,000 pictures': () =>
    Array.from(
      { length: 5000 },
      (_, at) =>
        `<figure><img src="http://pictures.invalid/${at}.png" alt="Picture ${at}"><figcaption>Number ${at}</figcaption></figure>`,
    ).join(''),
  '2,000 headings': () =>
    Array.from(
      { length: 2000 },
      (_, at) => `<h${2 + (at % 3)}>Part ${at}</h${2 + (at % 3)}><p>${prose(20, at)}</p>`,
    ).join(''),
  'a table of 10,000 rows': () =>
    `<p>Before.</p><table><thead><tr><th>No.</th><th>Height</th><th>Hour</th></tr></thead><tbody>${Array.from({ length: 10_000 }, (_, at) => `<tr><td>${at}</td><td>${at % 7}.${at % 10} m</td><td>${at % 24}:00</td></tr>`).join('')}</tbody></table><p>After.</p>`,
  'no headings': () => Array.from({ length: 300 }, (_, at) => `<p>${prose(60, at)}</p>`).join(''),
  'one paragraph of 1 MB': () => `<p>${prose(190_000)}</p>`,
  'right-to-left inside': () =>
    Array.from(
      { length: 300 },
      (_, at) =>
        `<p>${prose(20, at)} He wrote ${ARABIC} ${at} and ${at} ${ARABIC}. ${prose(20, 1000 + at)}</p><blockquote dir="rtl"><p>${`${ARABIC} ${at} `.repeat(3)}<bdi dir="ltr">Tide ${at}</bdi></p></blockquote>`,
    ).join(''),
};

export const LONG_TITLE = 'Tide '.repeat(1000).trim();

/** Settings as nobody should find them in storage. */
export const DAMAGED_SETTINGS = {
  'settings.textSize': 'huge',
  'settings.typeface': { name: 'serif' },
  'settings.lineHeight': 1e9,
  'settings.voices': [1, 2],
  'site.news.localhost': 'no object',
  'site.news.localhost/style': 'no object either',
  'site.news.localhost/block': 7,
};

interface OddArticle {
  id: string;
  title: string;
  html: string;
}

/** Puts articles into the storage of Recto beside one that was saved in the ordinary way; `view` is a page of Recto's own. */
export async function storeArticles(view: View, articles: readonly OddArticle[]): Promise<void> {
  for (const article of articles) await view.evaluate(store, article);
}

async function store({ id, title, html }: OddArticle): Promise<void> {
  const settle = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await settle(indexedDB.open('recto-library'));
  const transaction = database.transaction(['metadata', 'bodies'], 'readwrite');
  const [metadata, bodies] = [transaction.objectStore('metadata'), transaction.objectStore('bodies')];
  const known = await settle<{ id: string }[]>(metadata.getAll());
  const [pattern] = known.filter((item) => !item.id.startsWith('odd-'));
  if (!pattern) throw new Error('Nothing was saved before');
  const body = await settle(bodies.get(pattern.id));
  const url = `https://odd.invalid/${id}`;
  metadata.put({ ...pattern, id, url, urlKey: url, addresses: [url], title });
  bodies.put({ ...body, id, html });
  await new Promise((resolve) => transaction.addEventListener('complete', resolve));
  database.close();
}

/** Pictures that a page has not asked for yet are drawn at the size that it states. */
const LAZY = '<img loading="lazy" width="600" height="400" ';

/** An odd article as a page has it: its pictures are the page's own, and asked for when they come near. */
export const withLazyPictures = (html: string): string =>
  html.replaceAll('http://pictures.invalid/', '/pictures/').replaceAll('<img ', LAZY);

/** A page of the web with such an article between what sites put around one. */
export function oddPage(title: string, html: string): string {
  return `<!doctype html><html lang="en"><title>${title}</title><meta property="og:type" content="article">
    <nav><a href="/">Home</a></nav><main><article><h1>${title}</h1><p>${prose(300, 900_000)}</p>${html}<p>${prose(300, 910_000)}</p></article></main>
    <footer>Imprint</footer></html>`;
}
