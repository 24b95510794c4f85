import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BrowserDriver, Tab } from '../driver/browser-driver.ts';
import { launchBrowser } from '../driver/launch-browser.ts';
import { checkAfterKill, readAnswered, startSaving } from '../steps/saving-load.ts';

/** How often the browser is killed; `npm run soak` sets more. */
const KILLS = Number(process.env['RECTO_KILLS'] ?? 8);
/** Saves are under way for at most so long before the kill, in ms. */
const LONGEST = 220;

let browser: BrowserDriver;
beforeAll(async () => {
  browser = await launchBrowser();
  // Firefox keeps an extension that was just installed only after a clean end.
  await browser.restart();
});
afterAll(() => browser?.close());

/** Small deterministic generator (https://gist.github.com/tommyettinger/46a874533244883189143505d203312c). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

test(`after ${KILLS} kills of the browser during saves everything that was shown as saved is there, and nothing is half written`, {
  timeout: 60_000 + KILLS * 40_000,
}, async () => {
  const seed = Number(process.env['RECTO_SEED'] ?? randomInt(2 ** 31));
  console.log(`· seed ${seed} (set RECTO_SEED to repeat it)`);
  const random = seeded(seed);
  const answered = new Set<string>();
  for (let round = 0; round < KILLS; round += 1) {
    const tab: Tab = await browser.openRecto('permission');
    const found = await tab.evaluate(checkAfterKill, [...answered]);
    expect(found, `after kill ${round}, seed ${seed}`).toMatchObject({ missing: [], half: [] });
    await tab.evaluate(startSaving, round);
    // Where saves are slow, an article is under way after the first answer, and a link after the second.
    await tab.waitFor((least) => (window.rectoAnswered?.length ?? 0) >= least, 1 + (round % 2));
    await pause(random() * LONGEST);
    for (const key of await tab.evaluate(readAnswered)) answered.add(key);
    await browser.kill();
  }
  const tab = await browser.openRecto('permission');
  const found = await tab.evaluate(checkAfterKill, [...answered]);
  expect(found, `at the end, seed ${seed}`).toMatchObject({ missing: [], half: [] });
  expect(answered.size).toBeGreaterThan(KILLS);
  console.log(
    `· ${KILLS} kills: ${answered.size} saves were answered, ${found.items} items are there, none missing, none half`,
  );
});
