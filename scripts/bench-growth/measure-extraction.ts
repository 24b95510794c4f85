import { oddPage } from '../../test/browser/steps/odd-articles.ts';
import { PageReader } from '../extraction/page-reader.ts';
import { EXTRACT_SCRIPT } from '../extraction/reading-tab.ts';
import type { Growth } from './growth-table.ts';
import { HOSTILE_BODIES } from './hostile-bodies.ts';
import { isWanted, type WhatToMeasure } from './measure-in-browser.ts';

/** A page that takes longer than this is given up, in milliseconds. */
const PATIENCE = 60_000;

/** Measures the shipped extraction script on each hostile shape as a page of the web, in Chromium: processor time. */
export async function measureExtraction(
  dist: string,
  { shapes, size }: WhatToMeasure,
  onGrowth: (growth: Growth) => void,
): Promise<void> {
  const reader = new PageReader(dist, undefined, PATIENCE);
  const sizes = [size, 2 * size, 4 * size];
  try {
    for (const [shape, make] of Object.entries(HOSTILE_BODIES).filter(([name]) => isWanted(name, shapes))) {
      const times: number[] = [];
      for (const many of sizes) {
        const body = Buffer.from(oddPage('Odd', make(many)));
        const source = { body, contentType: 'text/html; charset=utf-8', modified: 0 };
        const reading = reader.read(`https://odd.example/${encodeURIComponent(shape)}/${many}`, source, (tab) =>
          tab.call([EXTRACT_SCRIPT], 'rectoExtract', {}),
        );
        const cpuMs = await reading.then(
          (read) => read.cpuMs,
          () => null,
        );
        if (cpuMs === null) break;
        times.push(cpuMs);
      }
      onGrowth({ stage: 'extraction', shape, sizes, times, longest: Math.max(0, ...times) });
    }
  } finally {
    await reader.close();
  }
}
