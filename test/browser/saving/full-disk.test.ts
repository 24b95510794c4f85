import { readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { launchBrowser } from '../driver/launch-browser.ts';
import { checkAfterKill } from '../steps/saving-load.ts';

/** A profile folder on a file system of some 100 MB; `npm run soak` mounts one. */
const profile = process.env['RECTO_SMALL_DISK'];
if (!profile) console.log('skipped: a disk is filled by `npm run soak` only, which mounts a small one');

/** Runs in a page of Recto: saves links until one fails, and gives what was answered and what the failure said. */
async function saveUntilFull(round: number, most: number): Promise<{ answered: string[]; error: string | null }> {
  const answered: string[] = [];
  const text = 'x'.repeat(400_000);
  const tab = await chrome.tabs.getCurrent();
  for (let number = 0; number < most; number += 1) {
    location.hash = `full-${round}-${number}`;
    const article = {
      ...{ url: location.href, canonicalUrl: null, title: `Full ${number}`, byline: null, siteName: null },
      ...{ publishedTime: null, lang: 'en', dir: 'ltr', excerpt: null, leadImage: null, attribution: null },
      ...{
        html: `<p>${text}${number}</p>`,
        text: `${text}${number}`,
        wordCount: 1,
        readingMinutes: 1,
        contentHash: `${round}-${number}`,
      },
    };
    const input = { article, tabId: tab?.id };
    const reply = await chrome.runtime.sendMessage({ protocol: 'recto/1', name: 'article.save', input });
    if (!reply?.ok) return { answered, error: reply?.error?.code ?? 'no answer' };
    answered.push(article.url);
  }
  return { answered, error: null };
}

test.skipIf(!profile)(
  'on a full disk nothing is half written, the reason is named, and saving works again when there is room',
  {
    timeout: 240_000,
  },
  async () => {
    const browser = await launchBrowser({ profile: profile as string });
    try {
      const tab = await browser.openRecto('permission');
      const first = await tab.evaluate(saveUntilFull, 0, 3);
      expect(first.error).toBeNull();
      // The disk is filled from outside to the last byte, as another program would.
      const filler = join(profile as string, '..', 'filler');
      const { bavail, bsize } = statfsSync(profile as string);
      try {
        writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - 1_000_000)));
      } catch {
        // Fuller than asked for: all the better.
      }
      const second = await tab.evaluate(saveUntilFull, 1, 60);
      console.log(`· ${second.answered.length} saves of 0.8 MB until the disk was full, then: ${second.error}`);
      expect(second.error).not.toBeNull();
      rmSync(filler);
      expect(readdirSync(join(profile as string, '..'))).not.toContain('filler');
      await browser.restart();
      const again = await browser.openRecto('permission');
      const answered = [...first.answered, ...second.answered];
      const found = await again.evaluate(checkAfterKill, answered);
      expect(found).toMatchObject({ missing: [], half: [] });
      console.log(`· ${answered.length} saves were answered, ${found.items} items are there, none missing, none half`);
      expect((await again.evaluate(saveUntilFull, 2, 3)).error).toBeNull();
    } finally {
      await browser.close();
    }
  },
);
