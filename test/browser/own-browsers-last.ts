import { readFileSync } from 'node:fs';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What a browser has to be started with, so that it is not shared (`use-browser.ts`). */
const STARTS_ITS_OWN = /useBrowser\(\{[^)]*\b(?:colorScheme: 'dark|companion|finger|forcedColors|headless|locale)\b/;

const startsItsOwn = ({ moduleId }: TestSpecification): boolean => STARTS_ITS_OWN.test(readFileSync(moduleId, 'utf8'));

/**
 * Vitest's order of test files, but for those that start a browser of their own, which come last: each of them ends the one
 * that the others share, and the next of the others would have to start it again.
 */
export class OwnBrowsersLast extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return [...sorted.filter((file) => !startsItsOwn(file)), ...sorted.filter(startsItsOwn)];
  }
}
