import 'fake-indexeddb/auto';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { checkLibrary } from '../../../../src/storage/check-library.ts';
import { fakeBrowser } from '../../fakes/fake-browser.ts';
import { findFailure, RANDOM_TIMEOUT } from './find-failure.ts';
import { ModelLibrary } from './model-library.ts';
import { ADDRESSES, NOTES, SHORT_OF, WORDS_OF_PAGES, wordOf } from './pages.ts';
import { Person } from './person.ts';
import { foundInModel, seenInModel } from './seen-in-model.ts';
import { type Draw, randomStep, type Step } from './step.ts';
import { tellDifference } from './tell-difference.ts';
import { whatIsSeen } from './what-is-seen.ts';

const api = vi.hoisted(() => ({ browser: {} as unknown }));
const told = vi.hoisted(() => ({ ids: new Set<string>() }));
vi.mock('../../../../src/platform/browser.ts', () => api);
vi.mock('../../../../src/platform/library-changes.ts', () => ({
  announceChange: ({ ids }: { ids: string[] }) => {
    for (const id of ids) told.ids.add(id);
  },
  watchChanges: () => undefined,
}));

const START = Date.UTC(2026, 5, 1);
const WEEK = 7 * 24 * 3_600_000;
/** As many as most failures need; more are only taken where it runs for long. */
const STEPS = process.env['RECTO_RANDOM_SECONDS'] ? 30 : 6;

beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterAll(() => void vi.useRealTimers());

/** What is wrong with a library after these steps, by the model of it; null when nothing is. */
async function fails(steps: readonly Step[]): Promise<string | null> {
  api.browser = fakeBrowser();
  let now = START;
  vi.setSystemTime(now);
  const person = await Person.open();
  const model = new ModelLibrary(now);
  try {
    for (const step of steps) {
      for (let left = step.after; left > 0; left -= WEEK) {
        now += Math.min(left, WEEK);
        vi.setSystemTime(now);
        if (left > WEEK) await startAgain(person, model, now);
      }
      const before = await stored(person);
      told.ids.clear();
      const said = await person.perform(step);
      const expected = model.perform(step, now, said);
      if (said !== expected) return `${step.do} said "${said}" and not "${expected}"`;
      const quiet = untold(before, await stored(person));
      // An import announces all at its end, from the library tab.
      if (quiet && step.do !== 'import') return `${step.do} changed ${quiet}, and no window was told`;
      const wrong = (await isUnlike(person, model, now)) ?? (await isFoundWrong(person, model, wordsOf(step)));
      if (wrong) return `after ${step.do}: ${wrong}`;
    }
    return (await isUnsound(person)) ?? (await isRemembered(person, model, now));
  } catch (thrown) {
    return thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  } finally {
    person.close();
  }
}

/** In weeks in which nothing else happens the browser is started: of a longer time the library counts a week alone. */
async function startAgain(person: Person, model: ModelLibrary, now: number): Promise<void> {
  await person.perform({ do: 'start', after: 0 });
  model.perform({ do: 'start', after: 0 }, now, '');
}

async function isUnlike(person: Person, model: ModelLibrary, now: number): Promise<string | null> {
  const difference = tellDifference(await whatIsSeen(person), seenInModel(model, model.day(now)));
  return difference.length > 0 ? `seen / expected\n${difference.join('\n')}` : null;
}

/** Every item with what is stored of it, as far as a window may show it. */
async function stored({ database }: Person): Promise<Map<string, string>> {
  const [items, marks, copies] = await Promise.all([
    database.getAll('metadata'),
    database.getAll('highlights'),
    database.getAllKeys('copies'),
  ]);
  return new Map(
    items.map(({ searchStamp: _stamp, resume: _resume, ...item }) => {
      const own = [marks.filter(({ articleId }) => articleId === item.id), copies.filter(([id]) => id === item.id)];
      return [item.id, JSON.stringify([item, ...own])];
    }),
  );
}

/** The id of an item that has changed, of which no window was told. */
const untold = (before: Map<string, string>, after: Map<string, string>): string | undefined =>
  [...before.keys(), ...after.keys()].find((id) => before.get(id) !== after.get(id) && !told.ids.has(id));

/** The words that a search may find, or no longer find, after a step. */
function wordsOf(step: Step): string[] {
  if ('page' in step) return [wordOf(step.page, step.text)];
  return 'note' in step && step.note !== null ? [NOTES[step.note] ?? ''] : [];
}

async function isFoundWrong(
  { library }: Person,
  model: ModelLibrary,
  words: readonly string[],
): Promise<string | null> {
  for (const word of words) {
    const { hits } = await library.search({ text: word, limit: 50 });
    const found = hits.map(({ metadata }) => metadata.url).sort();
    const difference = tellDifference(found, foundInModel(model, word));
    if (difference.length > 0) return `found / expected by ${word}${difference}`;
  }
  return null;
}

/** What a check of the list finds to mend. */
async function isUnsound({ database }: Person): Promise<string | null> {
  const { mended, setAside, withoutText } = await checkLibrary(database);
  return mended + setAside.length + withoutText.length > 0 ? 'the check finds something to mend' : null;
}

/** Whether every word is found where it is, and at the next start none is left of what was deleted for good. */
async function isRemembered(person: Person, model: ModelLibrary, now: number): Promise<string | null> {
  const words = [...WORDS_OF_PAGES.flat(), ...NOTES];
  const wrong = await isFoundWrong(person, model, words);
  if (wrong) return wrong;
  for (const step of ['empty', 'start'] as const) {
    await person.perform({ do: step, after: 0 });
    model.perform({ do: step, after: 0 }, now, '');
  }
  const segments = await person.database.getAll('searchSegments');
  const blocks = await person.database.getAll('searchBlocks');
  const terms = new Set(
    [...segments.map(({ inline }) => inline), ...blocks].flatMap((block) => block?.terms.split('\n') ?? []),
  );
  for (const [page, own] of WORDS_OF_PAGES.entries()) {
    const addresses = [ADDRESSES[page], SHORT_OF[page]];
    if (model.items.some(({ url, aliases }) => addresses.some((one) => one && [url, ...aliases].includes(one))))
      continue;
    const left = own.find((word) => terms.has(word));
    if (left) return `the index still knows ${left}`;
  }
  return isFoundWrong(person, model, words);
}

/** Steps about one address, or some or all of them: the fewer they are, the more befalls each. */
function drawSteps(draw: Draw): Step[] {
  const addresses = 1 + draw.of(ADDRESSES.length);
  return Array.from({ length: STEPS }, () => {
    const step = randomStep(draw);
    if ('at' in step) step.at %= addresses;
    if ('page' in step) step.page %= addresses;
    return step;
  });
}

test('after random steps of a person the library is as a plain model of what is promised', {
  timeout: RANDOM_TIMEOUT,
}, async () => {
  expect(await findFailure({ count: 40, draw: drawSteps, fails })).toBeNull();
});
