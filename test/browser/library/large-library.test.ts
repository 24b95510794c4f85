import { expect, test } from 'vitest';
import type { StoredMetadata } from '../../../src/storage/library-schema.ts';
import { metadataOfLink } from '../../../src/storage/stored-metadata.ts';
import { launchBrowser } from '../driver/launch-browser.ts';
import { checkAfterKill, readAnswered, startSaving } from '../steps/saving-load.ts';

const gigabytes = Number(process.env['RECTO_GIGABYTES'] ?? 0);
if (gigabytes === 0) console.log('skipped: a library of gigabytes is filled by `npm run soak` only');

const ITEMS = 50_000;
/** Pictures are written in steps of so many, of a megabyte each; that many items' share comes with them. */
const PICTURES_AT_ONCE = 25;
/** Chromium gives a page's answer up after this long: what takes longer is asked in parts. */
const CHECKED_AT_ONCE = 250;

/** Runs in a page of Recto: some items made from a pattern, and pictures of a megabyte under their real hash. */
async function fillLibrary(pattern: StoredMetadata, from: number, items: number, pictures: number): Promise<void> {
  const made = await Promise.all(
    Array.from({ length: pictures }, async (_unused, at) => {
      const bytes = new Uint8Array(1_000_000);
      for (let start = 0; start < bytes.length; start += 65_536)
        crypto.getRandomValues(bytes.subarray(start, start + 65_536));
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
      const hash = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
      return { articleId: `made-${from + at}`, hash, bytes: new Blob([bytes]) };
    }),
  );
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('recto-library');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const transaction = database.transaction(['metadata', 'pictures', 'pictureJobs'], 'readwrite');
  for (let number = from; number < from + items; number += 1) {
    const url = `https://large.example/${number}`;
    const times = { savedAt: number + 1, updatedAt: number + 1, movedAt: number + 1, sort: -number - 1 };
    const address = { url, urlKey: url, addresses: [url], title: `Large ${number}` };
    transaction.objectStore('metadata').put({ ...pattern, ...address, ...times, id: `made-${number}` });
  }
  for (const { articleId, hash, bytes } of made) {
    transaction.objectStore('pictures').put({ hash, type: 'image/jpeg', bytes });
    const state = { state: 'kept', reason: null, hash, queuedAt: 0, attempts: 1 };
    transaction.objectStore('pictureJobs').put({ articleId, url: `https://large.example/p/${articleId}`, ...state });
  }
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error);
  });
  database.close();
}

/** Runs in a page of Recto: reads some pictures after a hash and gives how many are as their hash says, and the last hash. */
async function checkPictures(after: string, count: number): Promise<{ whole: number; last: string | null }> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('recto-library');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const records = await new Promise<{ hash: string; bytes: Blob }[]>((resolve, reject) => {
    const store = database.transaction('pictures').objectStore('pictures');
    const request = store.getAll(IDBKeyRange.lowerBound(after, true), count);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  let whole = 0;
  for (const { hash, bytes } of records) {
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await bytes.arrayBuffer()));
    if (hash === [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')) whole += 1;
  }
  database.close();
  return { whole, last: records.at(-1)?.hash ?? null };
}

test.skipIf(gigabytes === 0)(
  `${ITEMS} items and ${gigabytes} GB: the list opens within a second, a kill during saves loses nothing, every picture is whole`,
  { timeout: 1_800_000 },
  async () => {
    const browser = await launchBrowser();
    try {
      const first = await browser.openRecto('library');
      await first.waitFor(() => document.querySelector('.empty'));
      await first.close();
      const page = await browser.openRecto('permission');
      const pictures = gigabytes * 1000;
      const steps = Math.ceil(pictures / PICTURES_AT_ONCE);
      const items = Math.ceil(ITEMS / steps);
      const pattern = metadataOfLink({ url: 'https://large.example/', title: 'Large' }, 1);
      for (let step = 0; step < steps; step += 1)
        await page.evaluate(fillLibrary, pattern, step * items, items, PICTURES_AT_ONCE);
      const usage = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
      expect(usage).toBeGreaterThan(gigabytes * 0.95e9);
      await browser.restart();

      const list = await browser.openRecto('library');
      const shown = await list.waitFor(() => document.querySelector('.row') && performance.now());
      console.log(`· ${steps * items} items, ${(usage / 1e9).toFixed(2)} GB: first rows after ${Math.round(shown)} ms`);
      expect(shown).toBeLessThan(Number(process.env['RECTO_PATIENCE'] ?? 1000));
      await list.close();

      const saving = await browser.openRecto('permission');
      await saving.evaluate(startSaving, 0);
      await saving.waitFor(() => (window.rectoAnswered?.length ?? 0) > 3);
      const answered = await saving.evaluate(readAnswered);
      await browser.kill();
      const after = await browser.openRecto('permission');
      const found = await after.evaluate(checkAfterKill, answered);
      expect(found).toMatchObject({ missing: [], half: [] });
      expect(found.items).toBeGreaterThanOrEqual(steps * items + answered.length);
      let [whole, last]: [number, string | null] = [0, ''];
      while (last !== null) {
        const checked: { whole: number; last: string | null } = await after.evaluate(
          checkPictures,
          last,
          CHECKED_AT_ONCE,
        );
        whole += checked.whole;
        last = checked.last;
      }
      console.log(`· killed while saving: ${answered.length} saves were answered, none missing, none half;`);
      console.log(`· ${whole} of ${steps * PICTURES_AT_ONCE} pictures read back, each as its SHA-256 says`);
      expect(whole).toBe(steps * PICTURES_AT_ONCE);
    } finally {
      await browser.close();
    }
  },
);
