import { beforeEach, expect, test, vi } from 'vitest';
import { sampleArticle, sampleMetadata } from '../fakes/sample-article.ts';

const runtime = vi.hoisted(() => ({ sendMessage: vi.fn<(message: unknown) => Promise<unknown>>() }));
vi.mock('../../../src/platform/browser.ts', () => ({ browser: { runtime } }));

const { send } = await import('../../../src/messaging/send.ts');

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

test('the answer of the background comes back parsed', async () => {
  runtime.sendMessage.mockResolvedValue({ ok: true, value: { ...sampleMetadata(), surplus: 1 } });
  expect(await send('article.find', { url: 'https://news.example/a' })).toEqual(sampleMetadata());
});

test('an error of the background is thrown with its code', async () => {
  runtime.sendMessage.mockResolvedValue({ ok: false, error: { code: 'page-moved', message: 'moved' } });
  await expect(send('article.save', { article: sampleArticle() })).rejects.toMatchObject({ code: 'page-moved' });
});

test('a missing answer within the deadline is an error', async () => {
  runtime.sendMessage.mockReturnValue(new Promise(() => {}));
  const answer = expect(send('library.counts', {}, 1000)).rejects.toMatchObject({ code: 'no-answer' });
  await vi.advanceTimersByTimeAsync(1000);
  await answer;
});

test.each([
  ['nobody listens', () => Promise.resolve(undefined)],
  ['the extension is gone', () => Promise.reject(new Error('Extension context invalidated.'))],
])('%s: no answer', async (_case, sendMessage) => {
  runtime.sendMessage.mockImplementation(sendMessage);
  await expect(send('library.counts', {})).rejects.toMatchObject({ code: 'no-answer' });
  expect(vi.getTimerCount()).toBe(0);
});

const NOBODY = undefined;

test.each([
  ['page.saved', {}, sampleMetadata()],
  ['page.load-part', { part: 'code' }, undefined],
  ['article.receipt', { id: 'a' }, { total: 1, kept: 1, pending: 0, bytes: 9, refused: [] }],
] as const)('%s is asked once more where it fails, and then no more', async (name, input, value) => {
  runtime.sendMessage.mockReset().mockResolvedValueOnce(NOBODY).mockResolvedValueOnce({ ok: true, value });
  expect(await send(name, input)).toEqual(value);
  runtime.sendMessage.mockReset().mockResolvedValue(NOBODY);
  await expect(send(name, input)).rejects.toMatchObject({ code: 'no-answer' });
  expect(runtime.sendMessage).toHaveBeenCalledTimes(2);
});

test('a message that changes something is not sent once more, since it may have been done', async () => {
  runtime.sendMessage.mockReset().mockResolvedValue(NOBODY);
  await expect(send('article.save', { article: sampleArticle() })).rejects.toMatchObject({ code: 'no-answer' });
  expect(runtime.sendMessage).toHaveBeenCalledTimes(1);
});

test('an answer of another shape is an error, not a value', async () => {
  runtime.sendMessage.mockResolvedValue({ ok: true, value: { list: '3' } });
  await expect(send('library.counts', {})).rejects.toMatchObject({ code: 'bad-message' });
});
