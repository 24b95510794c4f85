import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from '../../fakes/fake-browser.ts';

const updateSessionRules = vi.fn(async (_change: { addRules?: unknown[] }) => undefined);
vi.mock('../../../../src/platform/browser.ts', () => ({
  browser: { ...fakeBrowser(), declarativeNetRequest: { updateSessionRules } },
}));
const { fetchForArticle, referrerOf } = await import('../../../../src/background/pictures/fetch-for-article.ts');

const ARTICLE = 'https://news.example/2026/harbour';
const PICTURE = 'https://a.example/1.gif';
const refusal = (status: number) => new Response('no', { status });
const get = (article = ARTICLE) =>
  fetchForArticle(PICTURE, article, async (bytes) => ({ bytes, hash: String(bytes.size) }));
const answer = vi.fn<() => Promise<Response>>();

beforeEach(() => {
  updateSessionRules.mockClear();
  answer.mockReset();
  vi.stubGlobal('fetch', answer);
});
afterEach(() => vi.unstubAllGlobals());

test('a picture that its server refuses without a referrer is requested again with one, and stored', async () => {
  answer.mockResolvedValueOnce(refusal(403)).mockResolvedValueOnce(new Response('GIF89a'));
  expect(await get()).toMatchObject({ hash: '6' });
  expect(updateSessionRules.mock.calls.map(([{ addRules = [] }]) => addRules.length)).toEqual([1, 0]);
});

test('a picture that is refused then, too, has the first outcome', async () => {
  answer.mockResolvedValueOnce(refusal(404)).mockResolvedValueOnce(refusal(403));
  await expect(get()).rejects.toMatchObject({ problem: 'gone' });
  expect(answer).toHaveBeenCalledTimes(2);
});

test.each([
  ['one whose server is down', 503, ARTICLE, 'no-answer'],
  ['one of a page that tells nobody where it is', 403, 'file:///home/me/story.html', 'refused'],
])('%s is not requested again', async (_which, status, article, problem) => {
  answer.mockResolvedValue(refusal(status));
  await expect(get(article)).rejects.toMatchObject({ problem });
  expect(answer).toHaveBeenCalledOnce();
  expect(updateSessionRules).not.toHaveBeenCalled();
});

test.each([
  [
    'the whole address within a site',
    'https://a.example/story#x',
    'https://a.example/1.png',
    'https://a.example/story',
  ],
  ['no password', 'https://me:secret@a.example/story', 'https://a.example/1.png', 'https://a.example/story'],
  ['the site alone elsewhere', 'https://a.example/story?user=me', 'https://b.example/1.png', 'https://a.example/'],
  ['nothing from https to http', 'https://a.example/story', 'http://b.example/1.png', null],
  ['nothing of a file', 'file:///home/me/story.html', 'https://b.example/1.png', null],
])('the referrer is %s', (_what, article, picture, referrer) => {
  expect(referrerOf(article, picture)).toBe(referrer);
});
