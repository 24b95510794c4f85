import 'fake-indexeddb/auto';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { makeBackup } from '../../../../src/storage/backup/make-backup.ts';
import { restoreBackup } from '../../../../src/storage/backup/restore-backup.ts';
import { checkLibrary } from '../../../../src/storage/check-library.ts';
import { fakeBrowser } from '../../fakes/fake-browser.ts';
import { findFailure, RANDOM_TIMEOUT } from './find-failure.ts';
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
const HOUR = 3_600_000;
/** How far the clock of each browser is from the true time. */
const CLOCKS = [0, 3 * HOUR, -5 * HOUR];

/** Somebody does something, restores the backup of somebody, or all restore those of all. */
type Event = { who: number; step: Step } | { who: number; from: number } | { all: true };

/** Steps that take something away for good on one side only, which comes back from the other, as the README says. */
const ONE_SIDED = new Set<Step['do']>(['empty', 'start', 'unhighlight', 'dropCopy', 'undo', 'import']);

function stepOf(draw: Draw, isLeftOut: (step: Step) => boolean): Step {
  for (;;) {
    const step = randomStep(draw);
    // A link and the article that it led to elsewhere stay two where nothing but the file says that they are one.
    if (step.do === 'save') step.by = false;
    if ('at' in step) step.at %= 2;
    if ('page' in step) step.page %= 2;
    if (!isLeftOut(step)) return { ...step, after: Math.min(step.after, HOUR) };
  }
}

/** Two or three people live apart, then meet; one goes on alone, and they meet again. */
function drawEvents(draw: Draw): Event[] {
  const people = 2 + draw.of(2);
  const apart = Array.from({ length: 16 }, (): Event => {
    const who = draw.of(people);
    if (draw.chance(0.2)) return { who, from: (who + 1 + draw.of(people - 1)) % people };
    return { who, step: stepOf(draw, (step) => step.do === 'empty') };
  });
  const who = draw.of(people);
  const alone = Array.from({ length: 2 }, (): Event => ({ who, step: stepOf(draw, (step) => ONE_SIDED.has(step.do)) }));
  return [...apart, { all: true }, ...alone, { all: true }];
}

/** The browsers of some people, whose clocks differ. */
class People {
  readonly persons: Person[] = [];
  /** Who has done something since all were alike; null before. */
  busy: Set<number> | null = null;
  #now = START;

  /** Time passes, and it is the turn of one: the clock is theirs from now on. */
  turnTo(who: number, after = 1000): Person {
    this.#now += after;
    vi.setSystemTime(this.#now + (CLOCKS[who] ?? 0));
    return this.persons[who] as Person;
  }

  /** One restores the backup of another; gives what is wrong then, or after the same once more. */
  async restore(who: number, from: number, again: boolean): Promise<string | null> {
    const file = await makeBackup(this.turnTo(from).database, {});
    const person = this.turnTo(who);
    const { refused } = await restoreBackup(person.database, file);
    if (refused.length > 0) return `refused ${JSON.stringify(refused)}`;
    if (!again) return null;
    const once = await seenBy(person);
    await restoreBackup(this.turnTo(who).database, file);
    const difference = tellDifference(once, await seenBy(person));
    return difference.length > 0 ? `restored once / twice\n${difference.join('\n')}` : null;
  }

  /** Everybody restores everybody's; gives what is wrong then. `expected` is what they are to see, where that is known. */
  async meet(expected: unknown): Promise<string | null> {
    const made = (await Promise.all(this.persons.map(thingsOf))).flat();
    const pairs = this.persons.flatMap((_, who) => this.persons.map((_other, from) => [who, from] as const));
    for (const [who, from] of [...pairs, ...pairs]) {
      const wrong = who === from ? null : await this.restore(who, from, false);
      if (wrong) return wrong;
    }
    for (const person of this.persons) {
      const difference = tellDifference(expected ?? (await seenBy(this.persons[0] as Person)), await seenBy(person));
      if (difference.length > 0) return `${expected ? 'the last change' : 'one'} / another\n${difference.join('\n')}`;
      const kept = await thingsOf(person);
      const lost = made.find((thing) => !kept.includes(thing));
      if (lost) return `lost: ${lost}`;
      const { mended, setAside, withoutText } = await checkLibrary(person.database);
      if (mended + setAside.length + withoutText.length > 0) return 'the check finds something to mend';
    }
    return null;
  }
}

/** What is to be the same for all: not the order of the lists, and not the days that each library counts by itself. */
async function seenBy(person: Person) {
  const { lists, reading, items, ...seen } = await whatIsSeen(person);
  const places = Object.fromEntries(Object.entries(lists).map(([place, urls]) => [place, urls.toSorted()]));
  return { ...seen, places, reading: reading.toSorted(), items: items.map(({ daysLeft: _own, ...item }) => item) };
}

/** Texts and highlights, by name: none of them goes when libraries meet. */
const thingsOf = async (person: Person): Promise<string[]> =>
  (await whatIsSeen(person)).items.flatMap(({ url, front, behind, highlights }) => [
    ...[front, ...behind].flatMap((text) => (text === null ? [] : `${url} text ${text}`)),
    ...highlights.map((mark) => `${url} highlight ${mark.split('|')[0]}`),
  ]);

/** What is wrong with the libraries after this; null when nothing is. */
async function fails(events: readonly Event[]): Promise<string | null> {
  api.browser = fakeBrowser();
  const people = new People();
  const count = 1 + Math.max(0, ...events.flatMap((event) => ('who' in event ? event.who : 0)));
  try {
    for (let who = 0; who < count; who += 1) {
      people.turnTo(who);
      people.persons.push(await Person.open());
    }
    for (const event of events) {
      const wrong = await happen(people, event);
      if (wrong) return wrong;
    }
    return null;
  } catch (thrown) {
    return thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  } finally {
    for (const person of people.persons) person.close();
  }
}

/** Lets it happen; gives what is wrong then. */
async function happen(people: People, event: Event): Promise<string | null> {
  if ('all' in event) {
    const [only] = people.busy?.size === 1 ? people.busy : [];
    const wrong = await people.meet(only === undefined ? null : await seenBy(people.turnTo(only)));
    people.busy = new Set();
    return wrong;
  }
  if ('step' in event) {
    await people.turnTo(event.who, event.step.after).perform(event.step);
    people.busy?.add(event.who);
    return null;
  }
  // Of a sequence that was shortened the other may be missing.
  return event.from < people.persons.length ? people.restore(event.who, event.from, true) : null;
}

beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterAll(() => void vi.useRealTimers());

test('people who exchange backups, whatever they do between, end with equal lists of all that they made', {
  timeout: RANDOM_TIMEOUT,
}, async () => {
  expect(await findFailure({ count: 12, draw: drawEvents, fails })).toBeNull();
});
