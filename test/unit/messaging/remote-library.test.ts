import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import type { PictureKeeper } from '../../../src/background/pictures/picture-keeper.ts';
import type { Library, SaveOptions } from '../../../src/model/library.ts';
import type { SavedPicture } from '../../../src/model/pictures/picture.ts';
import { fakeBrowser, fakeTab } from '../fakes/fake-browser.ts';
import { fakeLibrary } from '../fakes/fake-library.ts';
import { page } from '../fakes/message-senders.ts';
import { sampleArticle, sampleMetadata } from '../fakes/sample-article.ts';
import { sampleHighlight } from '../fakes/sample-highlight.ts';

const api = vi.hoisted(() => ({ browser: {} as unknown }));
vi.mock('../../../src/platform/browser.ts', () => api);

const { messageHandlers } = await import('../../../src/background/message-handlers.ts');
const { answer } = await import('../../../src/messaging/listen.ts');
const { parseEnvelope } = await import('../../../src/messaging/envelope.ts');
const { remoteLibrary } = await import('../../../src/messaging/remote-library.ts');

let library: ReturnType<typeof fakeLibrary>;
let retryRefused: ReturnType<typeof vi.fn<PictureKeeper['retryRefused']>>;
let browser: ReturnType<typeof fakeBrowser>;

beforeEach(() => {
  library = fakeLibrary();
  retryRefused = vi.fn(async () => []);
  const done = async () => undefined;
  const handlers = messageHandlers(library, { begin: done, takeOver: done, report: done, resume: done, retryRefused });
  // What the browser does with a message: both ways it is a copy.
  const sendMessage = async (message: unknown): Promise<unknown> => {
    const envelope = parseEnvelope(structuredClone(message));
    return envelope && structuredClone(await answer(handlers, envelope.name, envelope.input, page));
  };
  browser = fakeBrowser();
  api.browser = { ...browser, runtime: { ...browser.runtime, sendMessage } };
});

const position = { block: 3, offset: 0.5, quote: 'The lamps', progress: 0.4, at: 1 };
const highlight = sampleHighlight({ note: 'Look here', noteAt: 2 });
const { exact, prefix, suffix, start, end, colour } = highlight;
const draft = { exact, prefix, suffix, start, end, colour };

/** An entry of the list with every field that it may have. */
const metadata = sampleMetadata({
  ...{ position, openedAt: 3, daysLeft: 12, fetched: { at: 5, outcome: 'sign-in' } },
  hidden: { at: 4, blocks: [{ quote: 'Subscribe', nth: 0 }] },
  pictures: { total: 2, kept: 1, pending: 1 },
});
const damaged = [{ id: 'a3', title: 'Half of it' }];
const hit = { metadata, snippet: 'the tide', marks: [[4, 8]], titleMarks: [[0, 3]] };
const refused = [{ url: 'https://a.example/b', problem: 'gone' }];

/** Calls with every argument that they may have, and answers with every field. */
test.each<[Exclude<keyof typeof library & keyof Library, 'knownCounts'>, unknown[], unknown?]>([
  ['list', [{ place: 'archive', limit: 50, after: [5, 'a0'] }], { items: [metadata], next: [4, 'a1'], damaged }],
  ['metadata', [['a1', 'a2']], [metadata, sampleMetadata({ id: 'a2' })]],
  ['counts', [], { list: 3, archive: 2, deleted: 1 }],
  ['continueReading', [5], [metadata]],
  ['search', [{ text: 'tide', limit: 20 }], { hits: [hit], more: true, damaged: true }],
  ['tags', [], [{ name: 'sea', count: 2 }]],
  ['find', ['https://news.example/2026/harbour'], metadata],
  ['open', ['a1'], { metadata, article: sampleArticle() }],
  ['copies', ['a1'], [{ keptAt: 4, why: 'replaced', wordCount: 90 }]],
  ['openCopy', ['a1', 4], sampleArticle()],
  ['useCopy', ['a1', 4]],
  ['dropCopy', ['a1', 4]],
  ['move', [['a1', 'a2'], 'archive', ['list', 'deleted']]],
  ['move', [['a1'], 'deleted', undefined]],
  ['restore', [['a1', 'a2']]],
  ['dropDeleted', [['a1', 'a2']]],
  ['keepPosition', ['a1', position]],
  ['markOpened', ['a1']],
  ['setFavourite', [['a1'], true]],
  ['changeTags', [['a1', 'a2'], { add: ['sea'], remove: ['sky'] }]],
  [
    'replaceTag',
    [{ from: 'sea', to: 'ocean', ids: ['a1'] }],
    { changed: [{ tag: 'sea', ids: ['a1'] }], joined: [{ tag: 'Sea', ids: ['a2'] }] },
  ],
  ['mendSearch', [{ damaged: true }], { done: 1, total: 9 }],
  ['undoSave', [{ id: 'a1', savedAt: 7 }], false],
  ['highlights', ['a1'], [highlight]],
  ['allHighlights', [], [{ metadata, highlights: [highlight] }]],
  ['addHighlight', ['a1', draft], highlight],
  ['pictureReceipt', ['a1'], { total: 2, kept: 1, pending: 0, bytes: 9, refused }],
])('%s is asked of the background with all it says, and its answer comes back whole', async (name, input, value) => {
  library[name].mockResolvedValueOnce(value as never);
  expect(await Reflect.apply(remoteLibrary[name], null, input)).toEqual(value);
  expect(library[name].mock.calls).toEqual([input]);
});

test('a change of a highlight is sent with colour, note and the previous note', async () => {
  const change = { colour: 'green', note: 'There', noteBefore: 'Here' } as const;
  await remoteLibrary.changeHighlight(highlight, change);
  expect(library.changeHighlight).toHaveBeenCalledExactlyOnceWith('h', change);
});

test('hidden blocks are sent to the background, which answers with the time of the change', async () => {
  const changes = [{ block: { quote: 'Subscribe', nth: 2 }, isHidden: true }];
  library.metadata.mockResolvedValue([metadata]);
  expect(await remoteLibrary.keepHidden('a1', changes)).toBe(4);
  expect(library.keepHidden).toHaveBeenCalledExactlyOnceWith('a1', changes);
});

test('a highlight is removed and restored by its id and that of its article', async () => {
  library.highlights.mockResolvedValue([highlight]);
  library.removeHighlight.mockResolvedValue(highlight);
  await remoteLibrary.removeHighlight(highlight);
  expect(library.removeHighlight).toHaveBeenCalledExactlyOnceWith('h');
  await remoteLibrary.restoreHighlight(highlight);
  expect(library.restoreHighlight).toHaveBeenCalledExactlyOnceWith(highlight);
});

test("a save is sent with its tab and the user's consent", async () => {
  const article = sampleArticle();
  const link = { url: article.url, title: 'The harbour' };
  browser.fakeTabs.set(8, fakeTab({ id: 8, incognito: true }));
  const save = (options?: SaveOptions) => [
    () => remoteLibrary.save(article, options),
    () => remoteLibrary.updateCopy(article, options),
    () => remoteLibrary.saveLink(link, options),
  ];
  const receipt = { id: 'a1', savedAt: 9, existed: true, aside: 'shorter' } as const;
  for (const keep of [library.save, library.updateCopy, library.saveLink]) keep.mockResolvedValue(receipt);
  for (const keep of save({ tabId: 8 })) await expect(keep()).rejects.toMatchObject({ code: 'needs-consent' });
  for (const keep of save({ tabId: 8, consent: true })) expect(await keep()).toEqual(receipt);
  expect(library.save).toHaveBeenCalledExactlyOnceWith({ article, aliases: [] });
  expect(library.updateCopy).toHaveBeenCalledExactlyOnceWith(article);
  expect(library.saveLink).toHaveBeenCalledExactlyOnceWith(link);
});

test('the bytes of stored pictures are fetched', async () => {
  const blob = new Blob(['png'], { type: 'image/png' });
  const pictures: SavedPicture[] = [
    { url: 'https://a.example/1', state: 'kept', problem: null, bytes: 3, blob },
    { url: 'https://a.example/2', state: 'refused', problem: 'gone', bytes: 0, blob: null },
  ];
  library.openPictures.mockResolvedValue(pictures);
  expect(await remoteLibrary.openPictures('a1')).toEqual(pictures);
  expect(library.openPictures.mock.calls).toEqual([['a1'], ['a1']]);
});

test('pictures are requested again, all of an article or only some', async () => {
  await remoteLibrary.keepPictures('a1');
  await remoteLibrary.keepPictures('a1', ['https://a.example/2']);
  expect(retryRefused.mock.calls).toEqual([
    ['a1', null],
    ['a1', ['https://a.example/2']],
  ]);
});

test.each<[string, () => Promise<unknown>]>([
  ['move', () => remoteLibrary.move(['a1'], 'archive')],
  ['restore', () => remoteLibrary.restore(['a1'])],
  ['setFavourite', () => remoteLibrary.setFavourite(['a1'], true)],
  ['changeTags', () => remoteLibrary.changeTags(['a1'], { add: ['sea'] })],
  ['replaceTag', () => remoteLibrary.replaceTag({ from: 'sea', to: 'ocean' })],
])('%s, which may be of many articles, is not given up while a slow disk works on it', async (_name, change) => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const { runtime } = api.browser as { runtime: { sendMessage(): Promise<unknown> } };
  runtime.sendMessage = () => new Promise(() => undefined);
  const ended = vi.fn();
  void change().then(ended, ended);
  await vi.advanceTimersByTimeAsync(59_000);
  expect(ended).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(ended).toHaveBeenCalledOnce();
});
