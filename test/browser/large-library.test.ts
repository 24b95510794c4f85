import { expect, test } from 'vitest';
import { launchBrowser } from './driver/launch-browser.ts';

const gigabytes = Number(process.env['RECTO_GIGABYTES'] ?? 0);
if (gigabytes === 0) console.log('skipped: a library of gigabytes is filled by `npm run soak` only');

/** Runs in a page of Recto: 50,000 items, and pictures of a megabyte until there are so many gigabytes. */
async function fillLibrary(from: number, items: number, megabytes: number): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('recto-library');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const transaction = database.transaction(['metadata', 'pictures', 'pictureJobs'], 'readwrite', {
    durability: 'relaxed',
  });
  for (let number = from; number < from + items; number += 1) {
    const url = `https://large.example/${number}`;
    transaction.objectStore('metadata').put({
      ...{
        id: `large-${number}`,
        kind: 'link',
        url,
        urlKey: url,
        canonicalUrl: null,
        title: `Large ${number}`,
        byline: null,
      },
      ...{
        siteName: null,
        publishedTime: null,
        lang: null,
        dir: 'ltr',
        excerpt: null,
        wordCount: 0,
        readingMinutes: 0,
      },
      ...{
        contentHash: '',
        savedAt: number + 1,
        updatedAt: number + 1,
        place: 'list',
        placeBefore: null,
        movedAt: number + 1,
      },
      ...{
        favourite: false,
        tags: [],
        position: null,
        openedAt: null,
        aliases: [],
        addresses: [url],
        sort: -number - 1,
      },
      ...{ movedBefore: null, deletedDay: null, tagsAt: 0, favouriteAt: 0, searchStamp: null },
    });
  }
  for (let number = from; number < from + megabytes; number += 1) {
    const bytes = new Uint8Array(1_000_000);
    for (let at = 0; at < bytes.length; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536));
    const hash = number.toString(16).padStart(64, '0');
    transaction.objectStore('pictures').put({ hash, type: 'image/jpeg', bytes: new Blob([bytes]) });
    const job = {
      articleId: `large-${number}`,
      url: `https://large.example/p/${number}`,
      state: 'kept',
      reason: null,
      hash,
    };
    transaction.objectStore('pictureJobs').put({ ...job, queuedAt: 0, attempts: 1 });
  }
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error);
  });
  database.close();
}

test.skipIf(gigabytes === 0)(
  `50,000 items and ${gigabytes} GB: the list opens within a second`,
  { timeout: 1_800_000 },
  async () => {
    const browser = await launchBrowser();
    try {
      const first = await browser.openRecto('library');
      await first.waitFor(() => document.querySelector('.empty'));
      await first.close();
      const page = await browser.openRecto('permission');
      const steps = gigabytes * 20;
      const items = Math.ceil(50_000 / steps);
      for (let step = 0; step < steps; step += 1) await page.evaluate(fillLibrary, step * items, items, 50);
      const usage = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
      expect(usage).toBeGreaterThan(gigabytes * 0.95e9);
      await browser.restart();
      const list = await browser.openRecto('library');
      const shown = await list.waitFor(() => document.querySelector('.row') && performance.now());
      console.log(`${(usage / 1e9).toFixed(2)} GB, first rows after ${Math.round(shown)} ms`);
      expect(shown).toBeLessThan(Number(process.env['RECTO_PATIENCE'] ?? 1000));
    } finally {
      await browser.close();
    }
  },
);
