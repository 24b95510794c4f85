import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Reply } from '../../../src/messaging/envelope.ts';
import type { MessageSender } from '../../../src/messaging/listen.ts';
import type { MessageName } from '../../../src/messaging/protocol.ts';
import { checkLibrary } from '../../../src/storage/check-library.ts';
import type { LibraryDatabase } from '../../../src/storage/library-schema.ts';
import { openDatabase } from '../../../src/storage/open-database.ts';
import { readList, readSaved } from '../../../src/storage/read-items.ts';
import { searchLibrary } from '../../../src/storage/search/search-library.ts';
import { fakeBrowser } from '../fakes/fake-browser.ts';
import { beginLife, countDatabaseSteps, type Life, runIn, withSteps } from '../fakes/mortal-worker.ts';
import { sampleArticle } from '../storage/sample-article.ts';

const api = vi.hoisted(() => ({ browser: {} as unknown }));
vi.mock('../../../src/platform/browser.ts', () => api);
vi.mock('../../../src/platform/injected-scripts.ts', () => ({
  ...{ PICTURES_SCRIPT: '/pictures.js', WATCH_ADDRESS_SCRIPT: '/watch.js' },
  ...{ SAVE_NOTICE_SCRIPT: '/notice.js', EXTRACT_SCRIPT: '/extract.js', SANITISE_SCRIPT: '/sanitise.js' },
}));

const [READ, REFUSED, LATER, TWIN] = ['read', 'refused', 'later', 'twin'].map(
  (name) => `https://p.example/${name}.gif`,
);
const URLS = [READ, REFUSED, LATER, TWIN] as string[];
const article = sampleArticle({ html: `<p>${sampleArticle().text}</p>${URLS.map((url) => `<img src="${url}">`)}` });
/** The twin has the bytes of the picture that the page could read. */
const bytesOf = (url: string) => new TextEncoder().encode(`GIF89a\u0001 ${url === TWIN ? READ : url}`);
const SENDER: MessageSender = { kind: 'content-script', url: article.url, tabId: 7, isPrivate: false };
const ALARM_MS = 60_000;

let database: LibraryDatabase;
let worker: Worker | null;
let fetched: string[];

/** What `background.ts` makes at each start, of fresh modules. */
async function startWorker(endsAt?: number) {
  vi.resetModules();
  const [{ backgroundLibrary }, { pictureKeeper }, { messageHandlers }, { answer }] = await Promise.all([
    import('../../../src/background/background-library.ts'),
    import('../../../src/background/pictures/picture-keeper.ts'),
    import('../../../src/background/message-handlers.ts'),
    import('../../../src/messaging/listen.ts'),
  ]);
  const life = beginLife(endsAt);
  return runIn(life, () => {
    const library = backgroundLibrary();
    const keeper = pictureKeeper(library);
    const handlers = messageHandlers(library, keeper);
    return { life, keeper, answer: (name: MessageName, input: unknown) => answer(handlers, name, input, SENDER) };
  });
}
type Worker = Awaited<ReturnType<typeof startWorker>>;

/** What was begun beside an answer has come to its end too, or the worker has. */
async function rest(life: Life): Promise<void> {
  for (let steps = -1; steps !== life.steps && !life.hasEnded; ) {
    steps = life.steps;
    for (let turn = 0; turn < 30; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Lets a worker work, one that is started for it when none is there; null when it ended before it gave something. */
async function during<T>(work: (worker: Worker) => Promise<T>): Promise<T | null> {
  const awake = worker ?? (await startWorker());
  worker = awake;
  const { life } = awake;
  const given = await Promise.race([runIn(life, () => work(awake)), life.end.then(() => null)]);
  await rest(life);
  if (life.hasEnded) worker = null;
  return given;
}
const tell = (name: MessageName, input: unknown): Promise<Reply | null> => during(({ answer }) => answer(name, input));
const report = (url: string, picture: Uint8Array | null) => {
  const problem = picture ? null : 'needs-access';
  return async () => {
    const [item] = (await readList(database, { place: 'list', limit: 2 })).items;
    return tell('picture.report', { articleId: item?.id, url, picture, problem, size: null });
  };
};
/** The alarm, or the next start of the worker. */
const wake = async () => {
  vi.setSystemTime(Date.now() + ALARM_MS);
  await during(({ keeper }) => keeper.resume());
};
const pending = () => database.countFromIndex('pictureJobs', 'state', IDBKeyRange.bound(['pending'], ['pending', []]));

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  await beginAnew();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function beginAnew(endsAt?: number): Promise<void> {
  globalThis.indexedDB = new IDBFactory();
  database = await openDatabase();
  fetched = [];
  const browser = Object.assign(fakeBrowser(), { alarms: { create: async () => undefined } });
  browser.permissions.grant('*://p.example/*');
  browser.permissions.contains.mockResolvedValue(true);
  api.browser = withSteps(browser);
  const net = withSteps({
    async fetch(url: string) {
      const [job] = (await database.getAll('pictureJobs')).filter((known) => known.url === url);
      expect(job?.state, `${url} is fetched only while it is not kept`).toBe('pending');
      fetched.push(url);
      return new Response(bytesOf(url));
    },
  });
  vi.stubGlobal('fetch', (url: string) => net.fetch(url));
  worker = await startWorker(endsAt);
}

/** Nothing is half: the check finds nothing to mend, and what is listed has its text and is found. */
async function expectWhole(said: string, isSaved: boolean): Promise<void> {
  const { items } = await readList(database, { place: 'list', limit: 9 });
  if (isSaved) expect(items, said).toHaveLength(1);
  expect(items.length, said).toBeLessThan(2);
  for (const { id } of items) expect((await readSaved(database, id))?.article, said).toEqual(article);
  const { hits } = await searchLibrary(database, { text: 'island', limit: 9 });
  expect(hits, said).toHaveLength(items.length);
  expect(await checkLibrary(database), said).toEqual({
    checked: items.length,
    mended: 0,
    setAside: [],
    withoutText: [],
  });
  const jobs = await database.getAll('pictureJobs');
  expect(jobs, said).toHaveLength(4 * items.length);
  const used = new Set(jobs.flatMap(({ hash }) => hash ?? []));
  expect(new Set(await database.getAllKeys('pictures')), said).toEqual(used);
}

async function expectAllKept(said: string): Promise<void> {
  await expectWhole(said, true);
  const [item] = (await readList(database, { place: 'list', limit: 2 })).items;
  expect(item?.pictures, said).toEqual({ total: 4, kept: 4, pending: 0 });
  expect(await database.count('pictures'), said).toBe(3);
}

countDatabaseSteps();

/** A save with its pictures, whose worker ends at that step. Gives whether it came so far. */
async function saveAndEndAt(step: number): Promise<boolean> {
  await beginAnew(step);
  const first = worker?.life;
  const said = `ended at step ${step}`;
  let reply = await tell('article.save', { article });
  await expectWhole(said, reply?.ok === true);
  // Shown as not saved: it is pressed again.
  if (!reply) reply = await tell('article.save', { article });
  expect(reply?.ok, said).toBe(true);
  for (const page of [report(READ as string, bytesOf(READ as string)), report(REFUSED as string, null)]) {
    await page();
    await expectWhole(said, true);
  }
  for (let turn = 0; turn < 2; turn += 1) {
    await wake();
    await expectWhole(said, true);
  }
  await expectAllKept(said);
  return first?.hasEnded === true;
}

test('wherever the worker ends while an article and its pictures are saved, what was shown as saved is there, nothing is half written, and the rest is saved later', {
  timeout: 240_000,
}, async () => {
  let step = 1;
  while (await saveAndEndAt(step)) step += 1;
  console.log(`· the worker was ended at each of ${step - 1} steps of a save with four pictures`);
  expect(step).toBeGreaterThan(60);
});

test('after a worker ends between any two pictures the next one continues, and no picture is fetched twice', async () => {
  await tell('article.save', { article });
  worker?.life.kill();
  for (const left of [4, 3, 2, 1]) {
    expect(await pending()).toBe(left);
    worker = await startWorker();
    const { life } = worker;
    const before = fetched.length;
    vi.stubGlobal('fetch', async (url: string) => {
      if (fetched.length > before) life.kill();
      fetched.push(url);
      return life.hasEnded ? new Promise(() => undefined) : new Response(bytesOf(url));
    });
    await wake();
    if (life.hasEnded) fetched.pop();
    await expectWhole(`${left} were left`, true);
  }
  await expectAllKept('at the end');
  expect(fetched.toSorted()).toEqual(URLS.toSorted());
});
