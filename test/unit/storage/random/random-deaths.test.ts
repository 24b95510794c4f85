import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { makeBackup } from '../../../../src/storage/backup/make-backup.ts';
import { restoreBackup } from '../../../../src/storage/backup/restore-backup.ts';
import { checkLibrary } from '../../../../src/storage/check-library.ts';
import { fakeBrowser } from '../../fakes/fake-browser.ts';
import { beginLife, countDatabaseSteps, runIn } from '../../fakes/mortal-worker.ts';
import { findFailure, RANDOM_TIMEOUT } from './find-failure.ts';
import { NOTES, WORDS_OF_PAGES } from './pages.ts';
import { Person } from './person.ts';
import { type Draw, randomStep, type Step } from './step.ts';
import { tellDifference } from './tell-difference.ts';
import { whatIsSeen } from './what-is-seen.ts';

const api = vi.hoisted(() => ({ browser: {} as unknown }));
vi.mock('../../../../src/platform/browser.ts', () => api);
vi.mock('../../../../src/platform/library-changes.ts', () => ({
  announceChange: () => undefined,
  watchChanges: () => undefined,
}));

const START = Date.UTC(2026, 5, 1);

countDatabaseSteps();
beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterAll(() => void vi.useRealTimers());

/** Somebody who has done these steps, and the databases of their browser. */
async function personAfter(steps: readonly Step[]) {
  api.browser = fakeBrowser();
  const databases = new IDBFactory();
  let now = START;
  vi.setSystemTime(now);
  const person = await Person.open(databases);
  for (const step of steps) {
    now += step.after;
    vi.setSystemTime(now);
    await person.perform(step);
  }
  return { person, databases };
}

/** Does the work in a worker that ends at its step number `endsAt`; gives whether it came so far. */
async function endsDuring(work: () => Promise<unknown>, endsAt: number): Promise<boolean> {
  const life = beginLife(endsAt);
  await Promise.race([runIn(life, work), life.end]);
  // What was begun beside the answer, and what is undone of it.
  for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  return life.hasEnded;
}

/** All that a person sees and finds. */
async function allOf(person: Person) {
  const words = [...WORDS_OF_PAGES.flat(), ...NOTES];
  const found = words.map(async (text) => {
    const { hits } = await person.library.search({ text, limit: 50 });
    return [text, ...hits.map(({ metadata }) => metadata.url).sort()].join(' ');
  });
  return { ...(await whatIsSeen(person)), found: await Promise.all(found) };
}

/** What is wrong when the worker ends anywhere in the last step; null when nothing is. */
async function failsInLastStep(steps: readonly Step[]): Promise<string | null> {
  const last = steps.at(-1);
  if (!last) return null;
  const { person } = await personAfter(steps.slice(0, -1));
  const before = await allOf(person);
  vi.setSystemTime(Date.now() + last.after);
  await person.perform(last);
  const after = await allOf(person);
  person.close();
  for (let endsAt = 1; ; endsAt += 1) {
    const { person: mortal, databases } = await personAfter(steps.slice(0, -1));
    vi.setSystemTime(Date.now() + last.after);
    const hasEnded = await endsDuring(() => mortal.perform(last), endsAt);
    mortal.close();
    if (!hasEnded) return null;
    const again = await Person.open(databases);
    const seen = await allOf(again);
    const { mended, setAside } = await checkLibrary(again.database);
    again.close();
    if (mended + setAside.length > 0) return `${last.do}, ended at ${endsAt}: the check finds something to mend`;
    const half = [tellDifference(before, seen), tellDifference(after, seen)];
    if (half.every((difference) => difference.length > 0))
      return `${last.do}, ended at ${endsAt}, half\n${half.join('\n')}`;
  }
}

/** What is wrong when a restore is cut off anywhere, and done again; null when nothing is. */
async function failsInRestore(steps: readonly Step[]): Promise<string | null> {
  const half = Math.floor(steps.length / 2);
  const { person: other } = await personAfter(steps.slice(0, half));
  const file = await makeBackup(other.database, {});
  other.close();
  const { person } = await personAfter(steps.slice(half));
  await restoreBackup(person.database, file);
  const whole = await allOf(person);
  person.close();
  for (let endsAt = 1; ; endsAt += 1) {
    const { person: mortal, databases } = await personAfter(steps.slice(half));
    const hasEnded = await endsDuring(() => restoreBackup(mortal.database, file), endsAt);
    mortal.close();
    if (!hasEnded) return null;
    const again = await Person.open(databases);
    const { mended, setAside } = await checkLibrary(again.database);
    await restoreBackup(again.database, file);
    const difference = tellDifference(whole, await allOf(again));
    again.close();
    if (mended + setAside.length > 0) return `a restore, ended at ${endsAt}: the check finds something to mend`;
    if (difference.length > 0) return `a restore, ended at ${endsAt} and done again\n${difference.join('\n')}`;
  }
}

/** Steps on few addresses, so that the last finds something to do. */
const draw = (from: Draw): Step[] =>
  Array.from({ length: 8 }, () => {
    const step = randomStep(from);
    if ('at' in step) step.at %= 4;
    if ('page' in step) step.page = 0;
    return step;
  });

test('wherever the worker ends in a random step, that is done whole or not at all', {
  timeout: RANDOM_TIMEOUT,
}, async () => {
  expect(await findFailure({ count: 5, draw, fails: failsInLastStep })).toBeNull();
});

test('wherever a restore of random items is cut off, doing it again gives what one gives', {
  timeout: RANDOM_TIMEOUT,
}, async () => {
  expect(await findFailure({ count: 2, draw, fails: failsInRestore })).toBeNull();
});
