import { describe, expect, test } from 'vitest';
import { allowedExtension } from '../driver/allowed-extension.ts';
import { browserUnderTest } from '../driver/launch-browser.ts';
import { useBrowser } from '../use-browser.ts';
import { ALL_BUT_THE_GONE_ONE, GONE, openOffline, picturesAre, pressSave, readReceipt } from './saved-gallery.ts';

/** Runs in one of Recto's pages: the states of the picture queue. With `age`, what waits has waited for long. */
async function readQueue(age: boolean): Promise<string[]> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('recto-library');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const transaction = database.transaction('pictureJobs', 'readwrite');
  const store = transaction.objectStore('pictureJobs');
  const jobs = await new Promise<{ state: string; queuedAt: number }[]>((resolve) => {
    const request = store.getAll();
    request.onsuccess = () => resolve(request.result);
  });
  if (age) for (const job of jobs) if (job.state === 'pending') store.put({ ...job, queuedAt: 0 });
  await new Promise((resolve) => {
    transaction.oncomplete = resolve;
  });
  database.close();
  return jobs.map(({ state }) => state).sort();
}

describe('without access to other sites', () => {
  const used = useBrowser();

  test('Keep the rest names the sites, asks for access once, and fetches the pictures that the page could not give', async () => {
    const popup = await pressSave(used);
    expect(await readReceipt(popup)).toMatch(/^Saved with 2 of 7 pictures · .* kB$/);
    await popup.clickNamed('Keep the rest', 'button');
    const question = await used.browser.waitForTab('/src/permission/permission.html');
    const sites = await question.waitFor(() => {
      const names = [...document.querySelectorAll('h1 bdi')].map(({ textContent }) => textContent ?? '');
      return names.length > 0 && names.sort();
    });
    // The one that was gone when the page asked is asked for again with the rest.
    expect(sites).toEqual([
      'foreign.localhost',
      'gone.localhost',
      'no-referrer.localhost',
      'plain.localhost',
      'substitute.localhost',
    ]);
    await question.clickNamed('Allow', 'button');
    await question.answerPermission('allow');
    await expect.poll(() => used.browser.tabUrls()).not.toContainEqual(expect.stringContaining('/src/permission/'));
    const list = await used.browser.openRecto('library');
    // What was refused is asked for only a moment after the answer: nothing waits before, either.
    await expect
      .poll(() => list.evaluate(readQueue, false))
      .toEqual([...ALL_BUT_THE_GONE_ONE.map(() => 'kept'), 'refused']);
    await list.close();
    const reader = await openOffline(used);
    await picturesAre(reader, { drawn: ALL_BUT_THE_GONE_ONE, framed: [GONE] });
  });
});

describe('once the sites are allowed', () => {
  const used = useBrowser({ extension: allowedExtension(browserUnderTest()) });

  test('a background that is stopped between two pictures fetches the rest at its next start', async () => {
    const oven = used.site.hold('/plain/oven.png', 'of-background');
    const popup = await pressSave(used);
    // The page asks first, then the background, which is then kept waiting.
    await expect.poll(() => oven.waiting()).toBe(1);
    await popup.close();
    await used.browser.stopBackground();
    oven.release();
    const list = await used.browser.openRecto('library');
    const left = await list.evaluate(readQueue, true);
    expect(left).toContain('pending');
    await used.browser.stopBackground();
    await list.evaluate(() => chrome.runtime.sendMessage({ protocol: 'recto/1', name: 'library.counts', input: {} }));
    await expect.poll(() => list.evaluate(readQueue, false)).not.toContain('pending');
    await list.close();
    const reader = await openOffline(used);
    await picturesAre(reader, { drawn: ALL_BUT_THE_GONE_ONE, framed: [GONE] });
  });
});

describe('a page that is left', () => {
  const used = useBrowser({ extension: allowedExtension(browserUnderTest()) });

  test('leaves the pictures that it has not told of to the background, at once and not after a minute', async () => {
    const tab = await used.browser.open(used.site.url('/en/gallery.html'));
    await tab.waitFor(() => [...document.images].slice(0, 6).every(({ complete }) => complete));
    const oven = used.site.hold('/plain/oven.png');
    await tab.pressShortcut('save-page');
    await expect.poll(() => oven.waiting()).toBe(1);
    await tab.goto(used.site.url('/en/news.html'));
    // Now the background asks.
    await expect.poll(() => oven.waiting()).toBe(2);
    oven.release();
    const list = await used.browser.openRecto('library');
    await expect.poll(() => list.evaluate(readQueue, false)).not.toContain('pending');
    await list.close();
    const reader = await openOffline(used);
    await picturesAre(reader, { drawn: ALL_BUT_THE_GONE_ONE, framed: [GONE] });
    await reader.close();
  });
});
