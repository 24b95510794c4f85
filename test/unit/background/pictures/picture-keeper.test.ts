import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PictureFact } from '../../../../src/model/pictures/picture.ts';
import { fakeBrowser } from '../../fakes/fake-browser.ts';
import { fakeLibrary } from '../../fakes/fake-library.ts';
import { sampleArticle, sampleMetadata } from '../../fakes/sample-article.ts';

const api = vi.hoisted(() => ({ browser: {} as unknown }));
vi.mock('../../../../src/platform/browser.ts', () => api);
vi.mock('../../../../src/platform/injected-scripts.ts', () => ({ PICTURES_SCRIPT: '/pictures.js' }));

const { pictureKeeper } = await import('../../../../src/background/pictures/picture-keeper.ts');
const { isSamePicture } = await import('../../../../src/background/pictures/prepare-picture.ts');

const ARTICLE = 'https://news.example/2026/harbour';
const A = 'https://a.example/1.gif';
const B = 'https://b.example/2.gif';
const GIF = new TextEncoder().encode('GIF89a\u0001');
const contains = vi.fn(async (_wanted: { origins: string[] }) => true);
const create = vi.fn(async () => undefined);
let library: ReturnType<typeof fakeLibrary>;
let answers: Record<string, () => Response>;

beforeEach(() => {
  api.browser = { ...fakeBrowser(), permissions: { contains }, alarms: { create } };
  library = fakeLibrary();
  library.metadata.mockResolvedValue([sampleMetadata({ url: ARTICLE })]);
  contains.mockReset().mockResolvedValue(true);
  create.mockClear();
  answers = {};
  vi.stubGlobal(
    'fetch',
    vi.fn(async (url: string) => answers[url]?.() ?? Promise.reject(new TypeError('Failed to fetch'))),
  );
  library.pictureQueue.waiting.push(...[A, B].map((url) => ({ articleId: 'a1', url, size: null })));
});
afterEach(() => vi.unstubAllGlobals());

const refusals = () => library.pictureQueue.refuse.mock.calls.map(([{ url }, problem]) => [url, problem]);

test('a picture that the page reports is stored under its hash, with the type of its bytes', async () => {
  await pictureKeeper(library).report(
    { articleId: 'a1', url: A, picture: GIF, problem: null, size: null },
    `${ARTICLE}#top`,
  );
  const [key, kept] = library.pictureQueue.keep.mock.calls[0] ?? [];
  expect(key).toMatchObject({ articleId: 'a1', url: A });
  expect(kept?.bytes.type).toBe('image/gif');
  expect(kept?.hash).toMatch(/^[\da-f]{64}$/);
});

test.each([
  [ARTICLE, 'https://evil.example/'],
  [ARTICLE, 'http://news.example/'],
  ['file:///home/me/story.html', 'file:///home/me/letter.html'],
])('pictures of %s may not be reported by the page %s', async (article, page) => {
  library.metadata.mockResolvedValue([sampleMetadata({ url: article })]);
  const report = { articleId: 'a1', url: A, picture: GIF, problem: null, size: null };
  await expect(pictureKeeper(library).report(report, page)).rejects.toMatchObject({ code: 'bad-message' });
  expect(library.pictureQueue.keep).not.toHaveBeenCalled();
});

test('a page that changed its address without loading may still report the pictures that were being read', async () => {
  const report = { articleId: 'a1', url: A, picture: GIF, problem: null, size: null };
  await pictureKeeper(library).report(report, 'https://news.example/2026/lighthouse');
  expect(library.pictureQueue.keep.mock.calls.map(([{ url }]) => url)).toEqual([A]);
});

test('a picture that the page cannot read is fetched without cookies and referrer if the site is allowed, or waits for access', async () => {
  contains.mockImplementation(async ({ origins }) => origins[0] === '*://b.example/*');
  answers[B] = () => new Response(GIF);
  const keeper = pictureKeeper(library);
  for (const url of [A, B])
    await keeper.report({ articleId: 'a1', url, picture: null, problem: 'needs-access', size: null }, ARTICLE);
  expect(refusals()).toEqual([[A, 'needs-access']]);
  expect(library.pictureQueue.keep.mock.calls.map(([{ url }]) => url)).toEqual([B]);
  expect(fetch).toHaveBeenCalledExactlyOnceWith(
    B,
    expect.objectContaining({ credentials: 'omit', referrerPolicy: 'no-referrer' }),
  );
});

test('the queue goes on until nothing waits, and every picture has an outcome', async () => {
  answers[A] = () => new Response('gone', { status: 404 });
  answers[B] = () => new Response('<!doctype html>');
  await pictureKeeper(library).resume();
  expect(refusals()).toEqual([
    [A, 'gone'],
    [B, 'not-a-picture'],
  ]);
});

test('a waiting picture is not requested without access', async () => {
  contains.mockResolvedValue(false);
  await pictureKeeper(library).resume();
  expect(refusals()).toEqual([
    [A, 'needs-access'],
    [B, 'needs-access'],
  ]);
  expect(fetch).not.toHaveBeenCalled();
});

test('pictures that are queued later are fetched as well, and an alarm is set for those a page is still busy with', async () => {
  const keeper = pictureKeeper(library);
  await keeper.resume();
  expect(create).not.toHaveBeenCalled();
  answers[A] = () => new Response(GIF);
  library.pictureQueue.waiting.push({ articleId: 'a2', url: A, size: null });
  library.pictureQueue.countPending.mockResolvedValue(1);
  await keeper.resume();
  expect(library.pictureQueue.keep.mock.calls.map(([{ articleId }]) => articleId)).toEqual(['a2']);
  expect(create).toHaveBeenCalledOnce();
});

test('a page that went away leaves its pictures to the background; an alarm is set in case this worker ends', async () => {
  const executeScript = vi.fn(async () => Promise.reject(new Error('no tab')));
  Object.assign(api.browser as object, { scripting: { executeScript } });
  await pictureKeeper(library).begin('a1', 7);
  expect(create).toHaveBeenCalled();
  expect(refusals()).toEqual([
    [A, 'no-answer'],
    [B, 'no-answer'],
  ]);
});

test('a full disk is reported as such', async () => {
  const { RectoError } = await import('../../../../src/model/errors/recto-error.ts');
  answers[A] = () => new Response(GIF);
  library.pictureQueue.keep.mockRejectedValueOnce(new RectoError('quota'));
  await pictureKeeper(library).resume();
  expect(refusals()[0]).toEqual([A, 'quota']);
});

test('more than 20 MB is not read to its end', async () => {
  const cancel = vi.fn();
  const endless = () =>
    new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(4_000_000)), cancel });
  answers[A] = () => new Response(endless());
  await pictureKeeper(library).resume();
  expect(refusals()[0]).toEqual([A, 'too-large']);
  expect(cancel).toHaveBeenCalled();
});

/** Pictures of the article that are not kept; those `behind` are shown by older texts alone. */
function refused(facts: PictureFact[], behind: PictureFact[] = []): void {
  const html = facts.map(({ url }) => `<img src="${url}">`).join('');
  library.open.mockResolvedValue({ metadata: sampleMetadata({ url: ARTICLE }), article: sampleArticle({ html }) });
  library.openPictures.mockResolvedValue([...facts, ...behind].map((fact) => ({ ...fact, blob: null })));
}

test('a second attempt tries pictures of allowed sites and names the other sites', async () => {
  contains.mockImplementation(async ({ origins }) => origins[0] === '*://b.example/*');
  library.pictureQueue.waiting.length = 0;
  const fact = { state: 'refused', problem: 'needs-access', bytes: 0 } as const;
  refused([A, B].map((url) => ({ ...fact, url })));
  expect(await pictureKeeper(library).retryRefused('a1', null)).toEqual(['*://a.example/*']);
  expect(library.pictureQueue.requeue).toHaveBeenCalledWith('a1', [B]);
});

test('a second attempt for some pictures leaves the others', async () => {
  library.pictureQueue.waiting.length = 0;
  const fact = { state: 'refused', problem: 'gone', bytes: 0 } as const;
  refused([A, B].map((url) => ({ ...fact, url })));
  expect(await pictureKeeper(library).retryRefused('a1', [B])).toEqual([]);
  expect(library.pictureQueue.requeue).toHaveBeenCalledExactlyOnceWith('a1', [B]);
});

test('a second attempt for all asks for no access to sites whose pictures only an older text shows', async () => {
  contains.mockResolvedValue(false);
  library.pictureQueue.waiting.length = 0;
  const fact = { state: 'refused', bytes: 0 } as const;
  refused(
    [{ ...fact, url: A, problem: 'missing' }],
    [
      { ...fact, url: B, problem: 'missing' },
      { ...fact, url: 'https://c.example/3.gif', problem: 'needs-access' },
    ],
  );
  expect(await pictureKeeper(library).retryRefused('a1', null)).toEqual(['*://a.example/*']);
});

test('a second attempt for one picture works also if its bytes are gone or only an older text shows it', async () => {
  library.pictureQueue.waiting.length = 0;
  const fact = { state: 'refused', bytes: 0 } as const;
  refused([{ ...fact, url: A, problem: 'missing' }], [{ ...fact, url: B, problem: 'gone' }]);
  const keeper = pictureKeeper(library);
  await keeper.retryRefused('a1', [A]);
  await keeper.retryRefused('a1', [B]);
  await keeper.retryRefused('a1', null);
  expect(library.pictureQueue.requeue.mock.calls.map(([, urls]) => urls)).toEqual([[A], [B], [A]]);
});

const AT_HOME = 'http://192.168.1.1/reboot.gif';

test('a web page can cause neither requests into the user’s own network nor a request for access to it', async () => {
  library.pictureQueue.waiting.splice(0, 2, { articleId: 'a1', url: AT_HOME, size: null });
  const keeper = pictureKeeper(library);
  await keeper.resume();
  contains.mockResolvedValue(false);
  const report = { articleId: 'a1', url: AT_HOME, picture: null, problem: 'needs-access', size: null } as const;
  await keeper.report(report, ARTICLE);
  expect(refusals()).toEqual([
    [AT_HOME, 'no-answer'],
    [AT_HOME, 'no-answer'],
  ]);
  const fact = { state: 'refused', problem: 'no-answer', bytes: 0 } as const;
  refused([{ ...fact, url: AT_HOME }]);
  expect(await keeper.retryRefused('a1', null)).toEqual([]);
  expect(library.pictureQueue.requeue).not.toHaveBeenCalled();
  expect(fetch).not.toHaveBeenCalled();
});

test('a redirect into the user’s own network is neither read nor repeated', async () => {
  const redirected = new Response(GIF);
  Object.defineProperty(redirected, 'url', { value: AT_HOME });
  answers[A] = () => redirected;
  await pictureKeeper(library).resume();
  expect(refusals()[0]).toEqual([A, 'no-answer']);
  expect(library.pictureQueue.keep).not.toHaveBeenCalled();
  expect(redirected.bodyUsed).toBe(true);
});

test('pictures of a page in the user’s own network are stored from there', async () => {
  library.metadata.mockResolvedValue([sampleMetadata({ url: 'http://wiki.lan/harbour' })]);
  library.pictureQueue.waiting.splice(0, 2, { articleId: 'a1', url: AT_HOME, size: null });
  answers[AT_HOME] = () => new Response(GIF);
  await pictureKeeper(library).resume();
  expect(library.pictureQueue.keep.mock.calls.map(([{ url }]) => url)).toEqual([AT_HOME]);
});

test('a picture of another shape, or a tiny one, is not taken for what the page shows, but one of another density is', () => {
  const shown = { width: 640, height: 400 };
  expect(isSamePicture({ width: 1280, height: 800 }, shown)).toBe(true);
  expect(isSamePicture({ width: 320, height: 200 }, shown)).toBe(true);
  expect(isSamePicture({ width: 120, height: 120 }, shown)).toBe(false);
  expect(isSamePicture({ width: 16, height: 10 }, shown)).toBe(false);
});

test('a picture that is requested while the queue is ending is fetched and does not wait for the next start', async () => {
  const keeper = pictureKeeper(library);
  let leave: (count: number) => void = () => undefined;
  const leaving = new Promise<number>((resolve) => {
    leave = resolve;
  });
  library.pictureQueue.countPending.mockReturnValueOnce(leaving);
  const first = keeper.resume();
  await vi.waitFor(() => expect(library.pictureQueue.countPending).toHaveBeenCalledOnce());
  answers[A] = () => new Response(GIF);
  library.pictureQueue.waiting.push({ articleId: 'a2', url: A, size: null });
  const second = keeper.resume();
  leave(0);
  await Promise.all([first, second]);
  expect(library.pictureQueue.keep.mock.calls.map(([{ articleId }]) => articleId)).toEqual(['a2']);
});

test.each(Array.from({ length: 8 }, (_, turns) => turns))(
  'so is one that is asked for %i turns after',
  async (turns) => {
    const keeper = pictureKeeper(library);
    const left = new Promise<void>((resolve) => {
      library.pictureQueue.countPending.mockImplementationOnce(async () => {
        resolve();
        return 0;
      });
    });
    const first = keeper.resume();
    await left;
    for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
    library.pictureQueue.waiting.push({ articleId: 'a2', url: A, size: null });
    await Promise.all([first, keeper.resume()]);
    expect(library.pictureQueue.waiting).toEqual([]);
  },
);
