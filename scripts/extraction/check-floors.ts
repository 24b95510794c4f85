import { numberOf } from '../number-of.ts';
import { SUBSETS } from './corpus.ts';
import floors from './floors.json' with { type: 'json' };
import type { Measurement } from './measure-page.ts';
import { summarise } from './print-scores.ts';

/** Bare Readability 0.6.0 on the same pages: a scorer that measures it otherwise is not to be trusted. */
const CALIBRATION = {
  article: { f1: 0.932, titles: 474 },
  documentation: { f1: 0.913 },
  forum: { f1: 0.483 },
  zh: { f1: 0.942, titles: 7 },
} as const;

/** Room for another build of the browser. */
const TOLERANCE = { f1: 0.006, titles: 3 };

/** Sentences about what is below the pinned floors; none when all is well. Meant for a run over the whole corpus. */
export function belowFloors(measurements: Measurement[]): string[] {
  return SUBSETS.flatMap((subset) => {
    const row = summarise(
      measurements.filter((page) => page.subset === subset),
      'recto',
    );
    if (row.pages === 0) return [];
    const floor = floors[subset];
    const failures = row.f1 < floor.f1 ? [`${subset}: F1 ${row.f1.toFixed(4)} is below ${floor.f1}`] : [];
    return row.titles < floor.titles
      ? [...failures, `${subset}: ${numberOf(row.titles, 'title')}, below ${floor.titles}`]
      : failures;
  });
}

/** Sentences about figures of bare Readability that differ from the known ones. */
export function miscalibrated(measurements: Measurement[]): string[] {
  return Object.entries(CALIBRATION).flatMap(([subset, known]) => {
    const row = summarise(
      measurements.filter((page) => page.subset === subset),
      'readability',
    );
    if (row.pages === 0) return [];
    const wrong =
      Math.abs(row.f1 - known.f1) > TOLERANCE.f1
        ? [`${subset}: Readability F1 ${row.f1.toFixed(4)}, known ${known.f1}`]
        : [];
    const wrongTitles = 'titles' in known && Math.abs(row.titles - known.titles) > TOLERANCE.titles;
    return wrongTitles
      ? [...wrong, `${subset}: Readability ${numberOf(row.titles, 'title')}, known ${known.titles}`]
      : wrong;
  });
}
