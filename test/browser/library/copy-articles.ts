/**
 * Runs in a page of Recto: adds this many unread copies of the article in a language to the list. The search index does
 * not know them.
 */
export async function copyArticles(copies: number, lang: string): Promise<void> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await done(indexedDB.open('recto-library'));
  const transaction = database.transaction(['metadata', 'bodies'], 'readwrite');
  const [metadata, bodies] = [transaction.objectStore('metadata'), transaction.objectStore('bodies')];
  const item = (await done(metadata.getAll())).find((each) => each.lang === lang);
  const body = await done(bodies.get(item.id));
  for (let copy = 0; copy < copies; copy += 1) {
    const id = `copy-${copy}`;
    const address = `https://copy.example/${copy}`;
    metadata.put({ ...item, id, urlKey: address, addresses: [address], position: null });
    bodies.put({ ...body, id });
  }
  await new Promise((resolve) => {
    transaction.oncomplete = resolve;
  });
  database.close();
}
