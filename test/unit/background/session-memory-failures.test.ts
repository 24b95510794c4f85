import { beforeEach, expect, test, vi } from 'vitest';
import { RectoError } from '../../../src/model/errors/recto-error.ts';
import { fakeBrowser } from '../fakes/fake-browser.ts';
import { fakeLibrary } from '../fakes/fake-library.ts';
import { inPage, page } from '../fakes/message-senders.ts';
import { sampleArticle, sampleMetadata } from '../fakes/sample-article.ts';
import { sampleHighlight } from '../fakes/sample-highlight.ts';

const api = vi.hoisted(() => ({ browser: {} as unknown }));
vi.mock('../../../src/platform/browser.ts', () => api);
vi.mock('../../../src/background/is-repeat.ts', () => ({ isRepeat: () => false }));
vi.mock('../../../src/platform/injected-scripts.ts', () => ({ WATCH_ADDRESS_SCRIPT: '/watch.js' }));

const { rememberAsked } = await import('../../../src/background/save-link.ts');
const { messageHandlers } = await import('../../../src/background/message-handlers.ts');

const article = sampleArticle();
const link = { url: 'https://news.example/other', title: 'Other' };
const nothing = vi.fn(async () => undefined);
let browser: ReturnType<typeof fakeBrowser>;
let library: ReturnType<typeof fakeLibrary>;
let handlers: ReturnType<typeof messageHandlers>;

/** What is remembered until the browser closes does not answer any more. */
function fail(...calls: readonly ('get' | 'set' | 'remove')[]): void {
  for (const call of calls) vi.spyOn(browser.storage.session, call).mockRejectedValue(new Error('not now'));
}

beforeEach(() => {
  browser = fakeBrowser();
  api.browser = browser;
  library = fakeLibrary();
  handlers = messageHandlers(library, {
    ...{ begin: nothing, takeOver: nothing, report: nothing, resume: nothing },
    retryRefused: async () => [],
  });
});

test('a page is saved although the link that led to it cannot be remembered', async () => {
  fail('get', 'set', 'remove');
  await handlers['article.save']({ article }, inPage());
  expect(library.save).toHaveBeenCalledWith({ article, aliases: [] });
});

test('a saved item is reported although the call cannot be remembered', async () => {
  fail('get', 'set', 'remove');
  library.find.mockResolvedValue(sampleMetadata());
  expect(await handlers['page.saved']({ tabId: 7 }, page)).toEqual(sampleMetadata());
});

test('opening a page is not reported as failed when it cannot be remembered', async () => {
  fail('set');
  await handlers['tab.open-link']({ id: 'l1' }, page);
  expect(browser.tabs.create).toHaveBeenCalledOnce();
});

test('restoring a highlight is not reported as failed when its removal cannot be forgotten', async () => {
  library.highlights.mockResolvedValue([sampleHighlight()]);
  const { id, articleId } = sampleHighlight();
  await handlers['highlight.remove']({ id, articleId }, page);
  fail('remove');
  await handlers['highlight.restore']({ id, articleId }, page);
  expect(library.restoreHighlight).toHaveBeenCalledOnce();
});

test('a link from a private window that found no room is saved when the same answer is sent again', async () => {
  const sender = inPage({ isPrivate: true });
  const keep = () => handlers['link.save']({ ...link, consent: true }, sender);
  await rememberAsked(7, link.url);
  library.saveLink.mockRejectedValueOnce(new RectoError('quota'));
  await expect(keep()).rejects.toMatchObject({ code: 'quota' });
  await keep();
  // The page did not hear of it.
  await keep();
  expect(library.saveLink).toHaveBeenCalledTimes(3);
  await rememberAsked(7, 'https://news.example/third');
  await expect(keep()).rejects.toMatchObject({ code: 'bad-message' });
});
