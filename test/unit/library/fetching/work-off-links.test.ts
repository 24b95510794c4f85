// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest';
import { workOffLinks } from '../../../../src/library/fetching/work-off-links.ts';
import type { Article } from '../../../../src/model/article.ts';
import { RectoError } from '../../../../src/model/errors/recto-error.ts';
import type { FetchAnswer } from '../../../../src/model/fetching.ts';
import type { LibraryConnection } from '../../../../src/storage/library-connection.ts';
import { sampleArticle, sampleMetadata } from '../../fakes/sample-article.ts';

const LONG = 'The lamps were lit along the harbour before the boats came in. '.repeat(5);
const A = sampleMetadata({ id: 'a', kind: 'link', url: 'https://one.example/a', savedAt: 10 });
const B = sampleMetadata({ id: 'b', kind: 'link', url: 'https://two.example/b', savedAt: 10 });

let links = [A, B];
/** What the background answers for each link. */
let answers: Record<string, () => FetchAnswer>;
/** What is found in each page, by its markup, and the block that the person picked on its site. */
let found: Record<string, Article | null>;
let picked: string | null;
/** Links that stay links whatever was read. */
let staying: string[];
/** Everything that the background was asked for, in order. */
let sent: [type: string, input: { id: string }][];
const reads = vi.fn();

vi.mock('../../../../src/platform/browser.ts', () => ({ browser: {} }));
vi.mock('../../../../src/platform/injected-scripts.ts', () => ({ EXTRACT_SCRIPT: 'data:text/javascript,' }));
vi.mock('../../../../src/platform/site-settings.ts', () => ({ readPickedBlock: async () => picked }));
vi.mock('../../../../src/storage/fetching/read-unfetched.ts', () => ({
  readUnfetched: async () => links.map(({ id }) => id),
}));
vi.mock('../../../../src/storage/read-items.ts', () => ({
  readMetadata: async (_database: unknown, ids: string[]) => links.filter(({ id }) => ids.includes(id)),
}));
vi.mock('../../../../src/messaging/send.ts', () => ({
  send: async (type: string, input: { id: string }) => {
    sent.push([type, input]);
    return type === 'fetch.page' ? answers[input.id]?.() : !staying.includes(input.id);
  },
}));

/** Parses as the browser's own request for a document does; jsdom's knows no addresses of blobs. */
class DocumentRequest {
  responseXML: Document | null = null;
  onload: () => void = () => undefined;
  #body = Promise.resolve('');
  open(_method: string, address: string) {
    this.#body = bodies.get(address) ?? this.#body;
  }
  send() {
    void this.#body.then((markup) => {
      this.responseXML = new DOMParser().parseFromString(markup, 'text/html');
      this.onload();
    });
  }
}
const bodies = new Map<string, Promise<string>>();

beforeEach(() => {
  links = [A, B];
  [answers, found, picked, sent, staying] = [{}, {}, null, [], []];
  reads.mockReset();
  vi.stubGlobal('XMLHttpRequest', DocumentRequest);
  vi.stubGlobal('rectoExtract', {
    read: ({ page, block }: { page: { document: Document; url: string }; block?: string }) => {
      reads(page.url, block);
      const article = block === undefined ? (found[page.document.body.innerHTML] ?? null) : null;
      return article ? { ok: true, article } : { ok: false };
    },
  });
  URL.createObjectURL = (body) => {
    const address = `blob:${bodies.size}`;
    bodies.set(address, (body as Blob & { markup: Promise<string> }).markup);
    return address;
  };
  URL.revokeObjectURL = (address) => bodies.delete(address);
});

/** An answer with a page of this markup, as the server of the link gave it. */
const pageOf =
  (url: string, markup: string | null, status = 200): (() => FetchAnswer) =>
  () => {
    const body = markup === null ? null : Object.assign(new Blob([markup]), { markup: Promise.resolve(markup) });
    return { kind: 'page', page: { asked: url, url, status, type: 'text/html', body } };
  };

/** Works off the links, and gives the report beside which outcomes were told. */
async function work(signal = new AbortController().signal) {
  const settled: boolean[] = [];
  const connection = { database: async () => ({}) } as LibraryConnection;
  const options = { startedAt: 20, signal, onSettled: (isKept: boolean) => void settled.push(isKept) };
  const report = await workOffLinks(connection, options);
  return { ...report, settled, stored: sent.filter(([type]) => type !== 'fetch.page') };
}

test('the article of a fetched page is kept, each for its own link', async () => {
  const [first, second] = [sampleArticle({ text: LONG, title: 'One' }), sampleArticle({ text: LONG, title: 'Two' })];
  answers = { a: pageOf(A.url, '<p>one</p>'), b: pageOf(B.url, '<p>two</p>') };
  found = { '<p>one</p>': first, '<p>two</p>': second };
  const { settled, unanswered, stored } = await work();
  expect(stored).toContainEqual(['fetch.keep', { id: 'a', article: first }]);
  expect(stored).toContainEqual(['fetch.keep', { id: 'b', article: second }]);
  expect([stored.length, settled, unanswered]).toEqual([2, [true, true], []]);
  expect(bodies.size).toBe(0);
});

test('a link that stays one although its page was read does not count as kept', async () => {
  const article = sampleArticle({ text: LONG });
  answers = { a: pageOf(A.url, '<p>one</p>'), b: pageOf(B.url, '<p>one</p>') };
  found = { '<p>one</p>': article };
  staying = ['b'];
  expect((await work()).settled).toEqual([true, false]);
});

test('a page that shows too little says whether it asks to sign in', async () => {
  const teaser = sampleArticle({ text: 'A first sentence.' });
  answers = { a: pageOf(A.url, '<input type="password">'), b: pageOf(B.url, '<p>short</p>') };
  found = { '<p>short</p>': teaser, '<input type="password">': teaser };
  const { settled, stored } = await work();
  expect(stored).toContainEqual(['fetch.end', { id: 'a', end: 'sign-in' }]);
  expect(stored).toContainEqual(['fetch.end', { id: 'b', end: 'not-article' }]);
  expect(settled).toEqual([false, false]);
});

test('a text that only says that one has to sign in is not kept as the article', async () => {
  links = [A];
  answers = { a: pageOf(A.url, '<p>wall</p>') };
  found = { '<p>wall</p>': sampleArticle({ text: `${LONG} Already a subscriber?` }) };
  expect((await work()).stored).toEqual([['fetch.end', { id: 'a', end: 'sign-in' }]]);
});

test('a page with a field for a password is kept all the same when it shows its text', async () => {
  links = [A];
  const article = sampleArticle({ text: LONG });
  answers = { a: pageOf(A.url, '<input type="password">') };
  found = { '<input type="password">': article };
  expect((await work()).stored).toEqual([['fetch.keep', { id: 'a', article }]]);
});

test('what is no text, or is not there any more, has its outcome without being read', async () => {
  answers = { a: pageOf(A.url, null), b: pageOf(B.url, '<p>b</p>', 404) };
  const { stored } = await work();
  expect(stored).toContainEqual(['fetch.end', { id: 'a', end: 'not-article' }]);
  expect(stored).toContainEqual(['fetch.end', { id: 'b', end: 'gone' }]);
  expect(reads).not.toHaveBeenCalled();
});

test('a page is read as the person picked on its site, and as Recto chooses where it has no such block', async () => {
  links = [A];
  picked = '.story';
  answers = { a: pageOf(A.url, '<p>one</p>') };
  found = { '<p>one</p>': sampleArticle({ text: LONG }) };
  expect((await work()).settled).toEqual([true]);
  expect(reads.mock.calls).toEqual([
    [A.url, '.story'],
    [A.url, undefined],
  ]);
});

test('a server that is busy, or a background that does not answer, leaves the link to be fetched again', async () => {
  links = [A, B, sampleMetadata({ id: 'c', kind: 'link', url: 'https://three.example/c', savedAt: 10 })];
  answers = {
    a: pageOf(A.url, '<p>a</p>', 503),
    b: () => {
      throw new RectoError('no-answer', 'the background was stopped');
    },
    c: () => ({ kind: 'settled' }),
  };
  const { unanswered, settled, stored } = await work();
  expect([unanswered.toSorted(), settled, stored]).toEqual([['a', 'b'], [false], []]);
});

test('what storage refuses is thrown', async () => {
  links = [A];
  answers = {
    a: () => {
      throw new RectoError('quota', 'the disk is full');
    },
  };
  await expect(work()).rejects.toMatchObject({ code: 'quota' });
});

test('a link that was saved after the run began is left', async () => {
  links = [A, { ...B, savedAt: 21 }];
  answers = { a: () => ({ kind: 'settled' }), b: () => ({ kind: 'settled' }) };
  await work();
  expect(sent).toEqual([['fetch.page', { id: 'a' }]]);
});

test('the links of further batches are fetched too, and none when Recto may not ask or is stopped', async () => {
  links = Array.from({ length: 501 }, (_, index) => ({ ...A, id: `n${index}` }));
  answers = Object.fromEntries(links.map(({ id }) => [id, () => ({ kind: 'settled' })]));
  expect((await work()).settled).toHaveLength(501);
  sent = [];
  answers = { ...answers, n0: () => ({ kind: 'no-access' }) };
  expect((await work()).refused).toBe(true);
  expect(sent).toHaveLength(1);
  sent = [];
  await work(AbortSignal.abort());
  expect(sent).toEqual([]);
});
