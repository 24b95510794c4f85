import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { Tab } from '../driver/browser-driver.ts';
import { browserUnderTest } from '../driver/launch-browser.ts';
import { importLinks } from '../steps/import-links.ts';
import { useBrowser } from '../use-browser.ts';

const used = useBrowser();
const isFirefox = browserUnderTest() === 'firefox';
const OURS = /^recto-auto-backup-\d{4}-\d\d-\d\d-\d{4}\.jsonl\.gz$/;

/**
 * Chromium's dialog for a folder is a window of the system, which no test reaches: a folder of the browser's own file system
 * stands in for what it gives. Everything after that is as shipped. Firefox writes into its downloads.
 */
async function openSettings(): Promise<Tab> {
  const settings = await used.browser.openRecto('library#settings/backup');
  await settings.waitFor(() => document.querySelector('.auto-backup button'));
  await settings.evaluate(() => {
    if (!('showDirectoryPicker' in window)) return;
    Object.assign(window, {
      showDirectoryPicker: async () =>
        (await navigator.storage.getDirectory()).getDirectoryHandle('My backups', { create: true }),
    });
  });
  return settings;
}

/** Names of the files in the folder, and the bytes of the last of ours. */
async function readFolder(tab: Tab): Promise<{ names: string[]; lines: string[] }> {
  if (isFirefox) {
    const folder = join(used.browser.downloads, 'Recto');
    const names = existsSync(folder) ? readdirSync(folder).sort() : [];
    const last = names.filter((name) => OURS.test(name)).at(-1);
    return {
      names,
      lines: last
        ? gunzipSync(readFileSync(join(folder, last)))
            .toString()
            .trim()
            .split('\n')
        : [],
    };
  }
  return tab.evaluate(async (pattern: string) => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('My backups', { create: true });
    const names: string[] = [];
    for await (const name of (folder as unknown as { keys(): AsyncIterable<string> }).keys()) names.push(name);
    const last = names
      .sort()
      .filter((name) => new RegExp(pattern).test(name))
      .at(-1);
    if (!last) return { names, lines: [] };
    const file = await (await folder.getFileHandle(last)).getFile();
    const text = await new Response(file.stream().pipeThrough(new DecompressionStream('gzip'))).text();
    return { names, lines: text.trim().split('\n') };
  }, OURS.source);
}

const lastAt = (tab: Tab): Promise<number> =>
  tab.evaluate(async () => {
    const { 'backup.auto': state } = await chrome.storage.local.get('backup.auto');
    return (state as { lastAt: number | null } | undefined)?.lastAt ?? 0;
  });

/** Waits until the button can be pressed: it rests until old files have been cleared away, which is after the backup is noted. */
const canBackUp = (settings: Tab) =>
  settings.waitFor(() =>
    [...document.querySelectorAll('.auto-backup button:not([aria-disabled])')].some(
      ({ textContent }) => textContent === 'Back up now',
    ),
  );

async function backUpNow(settings: Tab): Promise<void> {
  const before = await lastAt(settings);
  await canBackUp(settings);
  await settings.clickNamed('Back up now', 'button');
  await expect.poll(() => lastAt(settings)).toBeGreaterThan(before);
  await canBackUp(settings);
}

test('turning automatic backups on writes the first one', async () => {
  await (await importLinks(used.browser, ['http://press.example/en/news.html'])).close();
  const settings = await openSettings();
  expect((await readFolder(settings)).names).toEqual([]);
  await settings.clickNamed(isFirefox ? 'Back up to my downloads' : 'Choose a folder', 'button');
  if (isFirefox) await settings.answerPermission('allow');
  await expect.poll(() => lastAt(settings)).toBeGreaterThan(0);
  const { names, lines } = await readFolder(settings);
  expect(names).toEqual([expect.stringMatching(OURS)]);
  expect(lines[0]).toContain('"recto-backup"');
  expect(lines.join('\n')).toContain('http://press.example/en/news.html');
  expect(lines.at(-1)).toContain('"end"');
  await settings.close();
});

/**
 * Runs in one of Recto's pages: files of earlier weeks, as backups would have left them, and into a folder an empty one, as a
 * full disk leaves it, and one that was made by hand.
 */
async function leaveOlder(names: string[], byHand: string, empty: string, intoDownloads: boolean): Promise<void> {
  if (intoDownloads) {
    const { downloads } = (globalThis as unknown as { browser: typeof chrome }).browser;
    for (const name of names) {
      const url = URL.createObjectURL(new Blob(['older']));
      const id = await downloads.download({ url, filename: `Recto/${name}` });
      while ((await downloads.search({ id }))[0]?.state !== 'complete')
        await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return;
  }
  const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('My backups');
  for (const name of [...names, byHand]) {
    const stream = await (await folder.getFileHandle(name, { create: true })).createWritable();
    await stream.write('older');
    await stream.close();
  }
  await folder.getFileHandle(empty, { create: true });
}

test('the last five backups are kept, also when one was written over several times, and no other file is touched', async () => {
  const settings = await openSettings();
  const older = [1, 2, 3, 4, 5].map((day) => `recto-auto-backup-2020-01-0${day}-1200.jsonl.gz`);
  const byHand = 'recto-backup-2019-12-31-1200.jsonl.gz';
  const empty = 'recto-auto-backup-2020-01-06-1200.jsonl.gz';
  await settings.evaluate(leaveOlder, older, byHand, empty, isFirefox);
  // Twice in one minute is one file, which must outlive the entries of the browser's history that name it twice.
  for (let time = 0; time < 6; time += 1) await backUpNow(settings);
  const { names, lines } = await readFolder(settings);
  const ours = names.filter((name) => OURS.test(name));
  expect(ours).toHaveLength(5);
  expect(ours).not.toContain(older[0]);
  expect(ours).not.toContain(empty);
  expect(lines.at(-1)).toContain('"end"');
  if (!isFirefox) expect(names).toContain(byHand);
  await settings.close();
});

/** Runs in one of Recto's pages: the last backup was written eight days ago. Gives when. */
async function makeLastOld(): Promise<number> {
  const { 'backup.auto': state } = await chrome.storage.local.get('backup.auto');
  const at = Date.now() - 8 * 86_400_000;
  await chrome.storage.local.set({ 'backup.auto': { ...(state as object), lastAt: at } });
  return at;
}

/** Runs in one of Recto's pages, which is shown again when another day has come by its clock. */
function returnNextDay(): void {
  const tomorrow = window.Date.now() + 86_400_000;
  class LaterDate extends window.Date {
    static override now = () => tomorrow;
    constructor(time: number = tomorrow) {
      super(time);
    }
  }
  Object.assign(window, { Date: LaterDate });
  document.dispatchEvent(new Event('visibilitychange'));
}

test('the next backup is written after a week, when the list is opened or while it stays open', async () => {
  const settings = await openSettings();
  const first = await settings.evaluate(makeLastOld);
  await settings.close();
  const list = await used.browser.openRecto('library');
  await expect.poll(() => lastAt(list)).toBeGreaterThan(first);

  const second = await list.evaluate(makeLastOld);
  // The one before may still be clearing old files away on the first of the days that come.
  await expect
    .poll(async () => {
      await list.evaluate(returnNextDay);
      return lastAt(list);
    })
    .toBeGreaterThan(second);
  await list.close();
});

/** Takes the place of the backups away: the folder is gone, or a file has the name of the one in the downloads. */
async function takePlaceAway(tab: Tab): Promise<void> {
  if (isFirefox) {
    const folder = join(used.browser.downloads, 'Recto');
    rmSync(folder, { recursive: true, force: true });
    return writeFileSync(folder, '');
  }
  await tab.evaluate(async () => {
    await (await navigator.storage.getDirectory()).removeEntry('My backups', { recursive: true });
  });
}

const isHindered = (tab: Tab): Promise<unknown> =>
  tab.evaluate(async () => {
    const { 'backup.auto': state } = await chrome.storage.local.get('backup.auto');
    return (state as { isHindered?: boolean }).isHindered;
  });

test('a weekly backup that could not be written is told above the list when that is opened next, and in settings with what to do', async () => {
  const first = await used.browser.openRecto('library');
  await takePlaceAway(first);
  await first.evaluate(makeLastOld);
  await first.reload();
  await expect.poll(() => isHindered(first)).toBe(true);
  // It has failed some seconds after the rows came, which do not move from under the pointer.
  expect(await first.evaluate(() => document.querySelector('.list-notice'))).toBeNull();
  await first.reload();
  await first.waitFor(() =>
    document.querySelector('.list-notice')?.textContent?.includes('The weekly backup could not be written.'),
  );
  await first.clickNamed('Automatic backups', 'link');
  await first.waitFor(() => document.querySelector('.auto-backup')?.textContent?.includes('could not be written'));
  await first.close();
});
