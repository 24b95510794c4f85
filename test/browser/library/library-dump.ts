/** What tests run in a page of Recto to look at the whole database. Each function stands alone: it is sent as text. */

/** Every record of every store that a backup carries, as sorted text. What is made anew from the rest (index, stamps, facets) is left out. */
export async function dumpLibrary(): Promise<string[]> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('recto-library');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const lines: string[] = [];
  // Two browsers may give the fields of a record in another order.
  const inOrder = (_key: string, value: unknown): unknown =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value;
  for (const store of ['metadata', 'bodies', 'copies', 'highlights', 'pictures', 'pictureJobs']) {
    const records = await new Promise<Record<string, unknown>[]>((resolve, reject) => {
      const request = database.transaction(store).objectStore(store).getAll();
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    for (const record of records) {
      const { searchStamp: _stamp, facets: _facets, bytes, ...rest } = record;
      const content = bytes instanceof Blob ? [...new Uint8Array(await bytes.arrayBuffer())] : undefined;
      lines.push(`${store} ${JSON.stringify({ ...rest, content }, inOrder)}`);
    }
  }
  database.close();
  return lines.sort();
}

/** Gives the library tags, places, a copy, highlights with notes, and a picture, as a person's use would. */
export async function enrichLibrary(): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('recto-library');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const bytes = new Uint8Array([0x47, 0x49, 0x46, 0, 255, 10, 13, 7]);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const hash = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const transaction = database.transaction(
    ['metadata', 'bodies', 'copies', 'highlights', 'pictures', 'pictureJobs'],
    'readwrite',
  );
  const store = (name: string): IDBObjectStore => transaction.objectStore(name);
  const items = await new Promise<Record<string, unknown>[]>((resolve) => {
    const request = store('metadata').getAll();
    request.onsuccess = () => resolve(request.result);
  });
  const [first, second] = items;
  const id = first?.['id'];
  const { html, text, leadImage, attribution, contentHash } = await new Promise<Record<string, unknown>>((resolve) => {
    const request = store('bodies').get(String(id));
    request.onsuccess = () => resolve(request.result);
  });
  const { url, canonicalUrl, title, byline, siteName, publishedTime, lang, dir, excerpt } = first ?? {};
  const { wordCount, readingMinutes } = first ?? {};
  const head = {
    url,
    canonicalUrl,
    title,
    byline,
    siteName,
    publishedTime,
    lang,
    dir,
    excerpt,
    wordCount,
    readingMinutes,
  };
  const article = { ...head, html, text, leadImage, attribution, contentHash };
  store('copies').put({ articleId: id, keptAt: 5, why: 'replaced', article });
  store('metadata').put({ ...first, tags: ['海', 'a b'], tagsAt: 6, favourite: true, favouriteAt: 7 });
  const movedAt = Number(second?.['savedAt']) + 1000;
  store('metadata').put({ ...second, place: 'archive', movedAt, sort: -movedAt, position: null });
  const anchor = { articleId: id, prefix: '', suffix: '', start: 0, end: 3 };
  const times = { createdAt: 8, changedAt: 9 };
  store('highlights').put({ id: 'h1', ...anchor, exact: 'abc', colour: 'pink', note: 'why?\n“海”', ...times });
  store('highlights').put({ id: 'h2', ...anchor, exact: '海', colour: 'blue', note: '', ...times });
  store('pictures').put({ hash, type: 'image/gif', bytes: new Blob([bytes], { type: 'image/gif' }) });
  const size = { width: 640, height: 400 };
  const job = { articleId: id, url: 'https://pictures.example/a.gif', reason: null, queuedAt: 3, attempts: 1, size };
  // Only the older text shows it: the text in front has no picture.
  store('pictureJobs').put({ ...job, state: 'kept', shown: false, hash });
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onerror = () => reject(transaction.error);
  });
  database.close();
}
