import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page } from 'puppeteer-core';
import { launchBench } from '../bench-library/bench-browser.ts';
import type { Growth } from './growth-table.ts';

/** A stage that took longer than this, in milliseconds, is not given a larger size. */
const ENOUGH = 10_000;

export interface WhatToMeasure {
  /** Parts of the names of stages and of shapes; empty for all. */
  stages: readonly string[];
  shapes: readonly string[];
  /** The first size; twice and four times as much come after it. */
  size: number;
}

/** Whether a name is one that was asked for. */
export const isWanted = (name: string, parts: readonly string[]): boolean =>
  parts.length === 0 || parts.some((part) => name.includes(part));

/**
 * Measures the stages that work on an article, with each hostile shape, and those that work on a library, in a page of
 * the built extension in Chromium. Processor time counts for the former, whatever else the machine does; the clock
 * counts for the latter, because the database is in another process.
 */
export async function measureInBrowser(what: WhatToMeasure, onGrowth: (growth: Growth) => void): Promise<void> {
  const profile = mkdtempSync(join(tmpdir(), 'recto-growth-'));
  const bench = await launchBench(profile, join(import.meta.dirname, 'grow-in-page.ts'));
  try {
    let page = await bench.openPage('#settings');
    const names = await page.evaluate(() => rectoGrowth.names());
    const wanted = (stages: string[]) => stages.filter((stage) => isWanted(stage, what.stages));
    const pairs = [
      ...wanted(names.bodyStages).flatMap((stage) =>
        names.bodies.filter((shape) => isWanted(shape, what.shapes)).map((shape) => ({ stage, shape })),
      ),
      ...wanted(names.storageStages).map((stage) => ({ stage, shape: null })),
    ];
    for (const { stage, shape } of pairs) {
      const growth = await measureStage(page, stage, shape, what.size);
      onGrowth(growth);
      if (growth.times.length === 3) continue;
      // It may still be at it.
      await page.close();
      page = await bench.openPage('#settings');
    }
  } finally {
    await bench.browser.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

async function measureStage(page: Page, stage: string, shape: string | null, size: number): Promise<Growth> {
  const session = await page.createCDPSession();
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const sizes = [size, 2 * size, 4 * size];
  const times: number[] = [];
  let longest = 0;
  for (const many of sizes) {
    await page.evaluate((...what) => rectoGrowth.getReady(...what), stage, shape, many);
    const before = await processorTime(session);
    const told = await page.evaluate(() => rectoGrowth.run());
    times.push(shape === null ? told.ms : (await processorTime(session)) - before);
    longest = Math.max(longest, told.longest);
    if (told.ms > ENOUGH) break;
  }
  await session.detach();
  return { stage, shape: shape ?? '', sizes, times, longest };
}

/** Milliseconds that the page's main thread has used. */
async function processorTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
}
