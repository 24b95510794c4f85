// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://news.example/2026/harbour" }
import { render } from 'preact';
import { useState } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import type { OverlayCommands } from '../../../../src/content/overlay/overlay-commands.ts';
import type { ErrorCode } from '../../../../src/model/error-code.ts';
import type { Highlight } from '../../../../src/model/highlight.ts';
import { receiptOf } from '../../../../src/model/picture.ts';
import type { ReadingPosition } from '../../../../src/model/reading-position.ts';
import { RectoError } from '../../../../src/model/recto-error.ts';
import type { ReaderProps } from '../../../../src/ui/reader/reader-props.ts';
import type { ReaderPreferences, ReaderSurfaceParts } from '../../../../src/ui/reader/reader-surface.ts';
import { fakeBrowser } from '../../fakes/fake-browser.ts';
import { sampleArticle, sampleMetadata } from '../../fakes/sample-article.ts';

const fakes = vi.hoisted(() => ({ browser: {} as unknown, reader: {} as unknown, send: vi.fn() }));
vi.mock('../../../../src/platform/browser.ts', () => fakes);
vi.mock('../../../../src/messaging/send-from-page.ts', () => ({ sendFromPage: fakes.send }));
// What the reader itself draws is tested elsewhere: here it shows the line below the bar alone.
vi.mock('../../../../src/ui/reader/reader.tsx', () => ({
  Reader: (props: ReaderProps) => {
    fakes.reader = props;
    return props.notice;
  },
}));
const { OverlayArticle } = await import('../../../../src/content/overlay/overlay-article.tsx');

const article = sampleArticle();
const HIGHLIGHT: Highlight = {
  ...{ id: 'h1', articleId: 'a1', exact: 'lamps', prefix: '', suffix: '', start: 0, end: 5 },
  ...{ colour: 'yellow', note: '', createdAt: 1, changedAt: 1 },
};
const PLACE: ReadingPosition = { block: 3, offset: 0.5, quote: 'The lamps', progress: 0.4, at: 1 };
const NOTHING_ELSE = { missing: null, isPartial: false, isWithheld: false, offerPages: null };
const parts = {
  translate: (key: string) => (key === 'localeTag' ? 'en' : key),
  locale: 'en',
  loadPart: async () => ({ check: async () => NOTHING_ELSE }),
} as unknown as ReaderSurfaceParts;
const preferences = { settings: { highlightBar: true }, change: () => undefined } as unknown as ReaderPreferences;
const commands: OverlayCommands = { save: null, article: null, dialog: null };
/** What the background answers; throws what is an error. */
let answers: Record<string, unknown>;

beforeEach(() => {
  fakes.browser = fakeBrowser();
  vi.stubGlobal('requestIdleCallback', (work: () => void) => window.setTimeout(work));
  vi.stubGlobal('cancelIdleCallback', (handle: number) => clearTimeout(handle));
  answers = { 'highlight.list': [HIGHLIGHT], 'article.undo-save': true };
  fakes.send.mockReset().mockImplementation(async (name: string) => {
    const answer = answers[name] ?? null;
    if (answer instanceof Error) throw answer;
    return answer;
  });
});
afterEach(() => act(() => render(null, document.body)));

/** Does it and lets everything that follows from it come to its end. */
async function settled(work: () => void): Promise<void> {
  await act(work);
  for (let turn = 0; turn < 3; turn += 1) await act(() => new Promise<void>((resolve) => setImmediate(resolve)));
}
/** The overlay keeps what went wrong. */
function Drawn({ moved, first }: { moved: boolean; first: ErrorCode | null }) {
  const [problem, setProblem] = useState(first);
  const nothing = () => undefined;
  return (
    <OverlayArticle
      {...{ parts, article, preferences, moved, problem, setProblem }}
      {...{ unkept: new Map(), fought: false, commands }}
      {...{ readAgain: nothing, pick: async () => undefined, close: nothing }}
    />
  );
}
function draw({ moved = false, problem = null }: { moved?: boolean; problem?: ErrorCode | null } = {}) {
  return settled(() => render(<Drawn moved={moved} first={problem} />, document.body));
}
const reader = () => fakes.reader as ReaderProps;
const line = () => document.querySelector('.notice-text')?.textContent ?? null;
const press = (label: string) =>
  settled(() => [...document.querySelectorAll('button')].find(({ textContent }) => textContent === label)?.click());

test('an error can be closed and is removed by the next action, so that Undo of a removed highlight is visible', async () => {
  answers['page.saved'] = sampleMetadata();
  await draw({ problem: 'timeout' });
  expect(line()).toBe('error_timeout errorNext_timeout');
  await press('listClose');
  expect(line()).toBeNull();

  answers['highlight.change'] = new RectoError('storage-unavailable');
  await settled(() => reader().highlights?.recolour(HIGHLIGHT, 'green'));
  expect(line()).toBe('error_storage_unavailable errorNext_storage_unavailable');
  await settled(() => reader().highlights?.remove(HIGHLIGHT));
  expect(line()).toBe('highlightRemoved');
});

test('a failure to hide blocks is reported', async () => {
  answers['page.saved'] = sampleMetadata();
  await draw();
  await settled(() => reader().hiding?.fail(new RectoError('unexpected')));
  expect(line()).toBe('error_unexpected errorNext_unexpected');
});

test('a failure to request pictures again is reported, and the receipt is shown after it', async () => {
  const refused = { url: 'https://a.example/1.jpg', state: 'refused', problem: 'needs-access', bytes: 0 } as const;
  answers['article.receipt'] = receiptOf([refused]);
  answers['article.save'] = { id: 'a1', savedAt: 1, existed: false };
  await draw();
  answers['page.saved'] = sampleMetadata();
  await settled(() => reader().actions.save?.());
  answers['article.keep-pictures'] = new RectoError('quota');
  await press('receiptKeepRestOne');
  expect(line()).toBe('error_quota errorNext_quota');
  answers['article.keep-pictures'] = null;
  await press('listClose');
  expect([...document.querySelectorAll('button')].map(({ textContent }) => textContent)).toContain(
    'receiptKeepRestOne',
  );
});

const sentOf = (name: string) => fakes.send.mock.calls.filter(([sent]) => sent === name).map(([, input]) => input);
const highlight = (id: string) => {
  answers['highlight.add'] = { ...HIGHLIGHT, id };
  return settled(() => void reader().highlights?.add(HIGHLIGHT));
};
const saving = () => {
  answers['article.save'] = { id: 'a1', savedAt: 1, existed: false };
  answers['page.saved'] = null;
  return draw().then(() => {
    answers['page.saved'] = sampleMetadata();
  });
};

test('Undo of a save keeps the highlights that the article had, and those that were made after it', async () => {
  await saving();
  await settled(() => reader().actions.save?.());
  expect(reader().highlights?.highlights).toEqual([HIGHLIGHT]);
  await highlight('h2');
  await settled(() => reader().actions.undo?.());
  expect(sentOf('article.undo-save')).toEqual([{ id: 'a1', savedAt: 1 }]);
  expect(sentOf('highlight.remove')).toEqual([]);
});

test('Undo pressed twice, or before the highlight that caused the save is stored, removes the highlight once and without a message', async () => {
  await saving();
  answers['highlight.list'] = [];
  await act(() => {
    void reader().highlights?.add(HIGHLIGHT);
  });
  answers['highlight.add'] = HIGHLIGHT;
  await settled(() => {
    reader().actions.undo?.();
    reader().actions.undo?.();
  });
  expect(sentOf('highlight.remove')).toEqual([{ id: 'h1', articleId: 'a1' }]);
  expect(sentOf('article.undo-save')).toEqual([{ id: 'a1', savedAt: 1 }]);
  expect(reader().save?.kind).toBe('unsaved');
});

test('Undo also removes the highlight that caused the save, unless there is a second one or a note', async () => {
  await saving();
  answers['highlight.list'] = [];
  await highlight('h2');
  await settled(() => reader().actions.undo?.());
  expect(sentOf('highlight.remove')).toEqual([{ id: 'h2', articleId: 'a1' }]);

  answers['page.saved'] = sampleMetadata();
  await highlight('h3');
  await highlight('h4');
  await settled(() => reader().actions.undo?.());
  await highlight('h5');
  await settled(() => reader().highlights?.openNote?.({ ...HIGHLIGHT, id: 'h5' }));
  await settled(() => reader().actions.undo?.());
  expect(sentOf('highlight.remove')).toHaveLength(1);
  expect(sentOf('article.undo-save')).toHaveLength(3);
});

test('the saved item is asked for by the page that was read, and nothing is shown if the tab is at another', async () => {
  answers['page.saved'] = new RectoError('page-moved');
  await draw();
  expect(sentOf('page.saved')).toEqual([{ url: article.url }]);
  expect([reader().save?.kind, reader().highlights?.highlights, line()]).toEqual(['unsaved', [], null]);
});

test('a page whose address has got tracking parameters still has its saved copy', async () => {
  const { href } = location;
  onTestFinished(() => history.replaceState(null, '', href));
  await saving();
  history.replaceState(null, '', '?utm_source=letter');
  await settled(() => reader().actions.save?.());
  expect(reader().highlights?.highlights).toEqual([HIGHLIGHT]);
});

test('the highlight that brought a save about is not shown any more where Undo has taken it away and another window has saved the page since', async () => {
  await saving();
  answers['highlight.list'] = [{ ...HIGHLIGHT, id: 'h2' }];
  await highlight('h2');
  answers['article.undo-save'] = false;
  await settled(() => reader().actions.undo?.());
  expect(sentOf('highlight.remove')).toEqual([{ id: 'h2', articleId: 'a1' }]);
  expect(reader().highlights?.highlights.map(({ id }) => id)).not.toContain('h2');
  expect(line()).not.toBe('highlightRemoved');
});

test.each([false, true])('a position is sent with the address of its article, navigated: %s', async (moved) => {
  await draw({ moved });
  reader().onPlace(PLACE);
  expect(fakes.send).toHaveBeenLastCalledWith('page.keep-position', { url: article.url, position: PLACE });
});

test('in a private window highlighting a saved article is asked about first', async () => {
  answers['page.saved'] = sampleMetadata();
  answers['highlight.list'] = [];
  await draw();
  answers['highlight.add'] = new RectoError('needs-consent');
  await settled(() => void reader().highlights?.add(HIGHLIGHT));
  expect(line()).toBe('popupAskPrivate');
  await press('popupNotNow');
  expect(line()).toBeNull();
  expect(sentOf('article.save')).toEqual([]);

  await settled(() => void reader().highlights?.add(HIGHLIGHT));
  answers['highlight.add'] = HIGHLIGHT;
  answers['article.save'] = { id: 'a1', savedAt: 1, existed: true };
  await press('popupKeep');
  expect(sentOf('article.save')).toEqual([{ article, consent: true }]);
  expect(sentOf('article.update')).toEqual([]);
  expect(reader().highlights?.highlights).toEqual([HIGHLIGHT]);
  expect(line()).toBeNull();
});

test('a highlight that could not be removed is not reported as removed', async () => {
  answers['page.saved'] = sampleMetadata();
  await draw();
  answers['highlight.remove'] = new RectoError('needs-consent');
  await settled(() => reader().highlights?.remove(HIGHLIGHT));
  await press('popupNotNow');
  expect(line()).toBeNull();
  expect(reader().highlights?.highlights).toEqual([HIGHLIGHT]);
});

test('the Undo key restores the highlight that the notice offers, and Undo beside Saved takes back the save', async () => {
  await saving();
  await settled(() => reader().actions.save?.());
  await settled(() => reader().highlights?.remove(HIGHLIGHT));
  await settled(() => reader().actions.undo?.());
  expect(sentOf('highlight.restore')).toHaveLength(1);
  expect(sentOf('article.undo-save')).toEqual([]);

  await settled(() => reader().highlights?.remove(HIGHLIGHT));
  const { save } = reader();
  await settled(() => save?.kind === 'saved' && save.undo?.());
  expect(sentOf('article.undo-save')).toEqual([{ id: 'a1', savedAt: 1 }]);
  // The article went with what could be brought back.
  expect(line()).toBeNull();
});

/** Has the page compared with that outcome, for one test. */
function findInPage(found: object): void {
  const loadPart = parts.loadPart;
  onTestFinished(() => void Object.assign(parts, { loadPart }));
  Object.assign(parts, { loadPart: async () => ({ check: async () => ({ ...NOTHING_ELSE, ...found }) }) });
}

test('the notice that the rest is for subscribers is shown until it is closed', async () => {
  findInPage({ isWithheld: true });
  await draw();
  const close = await vi.waitUntil(() => document.querySelector('button'));
  expect(line()).toContain('readerWithheld');
  await settled(() => close.click());
  expect(line()).toBeNull();
});

test('paragraphs and pages that were added are saved by the save command and given to the popup', async () => {
  const complete = sampleArticle({ contentHash: 'h2' });
  const missing = { complete, count: 2, first: 'In the evening' };
  findInPage({ missing });
  await draw();
  expect(commands.article).toBe(article);
  const show = await vi.waitUntil(() => document.querySelector('button'));
  await settled(() => show.click());
  expect(commands.article).toBe(complete);
  await settled(() => commands.save?.());
  expect(sentOf('article.save')).toEqual([{ article: complete }]);
  act(() => render(null, document.body));
  expect(commands).toEqual({ save: null, article: null, dialog: null });
});

test('the shortcut saves as soon as the article is drawn, before effects have run', () => {
  render(<Drawn moved={false} first={null} />, document.body);
  expect(commands.article).toEqual(article);
  commands.save?.();
  expect(sentOf('article.save')).toHaveLength(1);
});
