/** What runs in a page of Recto while the browser is killed under it. Each function stands alone: it is sent as text. */

/** In Firefox each evaluation has a global of its own; the window is one. */
declare global {
  interface Window {
    rectoAnswered?: string[];
  }
}

/**
 * Saves articles and links by message, one after the other, until the browser ends. Each answered one is noted under its
 * address. The articles are those of this page's own tab, at a new fragment each time.
 */
export async function startSaving(round: number): Promise<void> {
  window.rectoAnswered = [];
  const tab = await chrome.tabs.getCurrent();
  const send = (name: string, input: unknown): Promise<{ ok?: boolean }> =>
    chrome.runtime.sendMessage({ protocol: 'recto/1', name, input });
  const saveAll = async (): Promise<void> => {
    for (let number = 0; ; number += 1) {
      const url = `https://saved.example/${round}/${number}`;
      const link = await send('link.save', { url, title: `Link ${number}` });
      if (link?.ok) window.rectoAnswered?.push(url);
      location.hash = `r${round}-${number}`;
      const text = `Round ${round}, number ${number}. `.repeat(400);
      const article = {
        ...{
          url: location.href,
          canonicalUrl: null,
          title: `Article ${round} ${number}`,
          byline: null,
          siteName: null,
        },
        ...{ publishedTime: null, lang: 'en', dir: 'ltr', excerpt: null, leadImage: null, attribution: null },
        ...{ html: `<p>${text}</p>`, text, wordCount: 2000, readingMinutes: 9, contentHash: `${round}-${number}` },
      };
      const saved = await send('article.save', { article, tabId: tab?.id });
      if (saved?.ok) window.rectoAnswered?.push(article.url);
    }
  };
  void saveAll();
}

export function readAnswered(): string[] {
  return window.rectoAnswered ?? [];
}

/**
 * Reads the whole database and gives the addresses that should be there and are not, and the items that are half. Items
 * whose id starts with `made` were put there by the test itself and are not judged.
 */
export async function checkAfterKill(
  answered: string[],
  made = 'made-',
): Promise<{ missing: string[]; half: string[]; items: number }> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('recto-library');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const found = { missing: [] as string[], half: [] as string[], items: 0 };
  if (database.objectStoreNames.length === 0) {
    // Nothing was ever saved: the upgrade is Recto's own to make.
    database.close();
    await new Promise((resolve) => {
      indexedDB.deleteDatabase('recto-library').onsuccess = resolve;
    });
    return { ...found, missing: answered };
  }
  const transaction = database.transaction(['metadata', 'bodies', 'searchSegments']);
  const all = <T>(store: string): Promise<T[]> =>
    new Promise((resolve, reject) => {
      const request = transaction.objectStore(store).getAll();
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const [items, bodies, segments] = await Promise.all([
    all<{ id: string; url: string; kind: string; contentHash: string }>('metadata'),
    all<{ id: string; contentHash: string; text: string; html: string }>('bodies'),
    all<{ ids: string }>('searchSegments'),
  ]);
  database.close();
  const addresses = new Set(items.map(({ url }) => url));
  const texts = new Map(bodies.map((body) => [body.id, body]));
  const indexed = new Set(segments.flatMap(({ ids }) => ids.split('\n')));
  found.items = items.length;
  found.missing = answered.filter((url) => !addresses.has(url));
  for (const { id, url, kind, contentHash } of items) {
    if (id.startsWith(made)) continue;
    const body = texts.get(id);
    const isWhole =
      kind === 'link' ? body === undefined : body?.contentHash === contentHash && body.html === `<p>${body.text}</p>`;
    if (!isWhole || !indexed.has(id)) found.half.push(url);
  }
  for (const { id } of bodies) if (!items.some((item) => item.id === id)) found.half.push(`text ${id}`);
  return found;
}
