// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://news.example/2026/harbour" }
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, onTestFinished, test, vi } from 'vitest';
import { RectoError } from '../../../../src/model/errors/recto-error.ts';
import { receiptOf } from '../../../../src/model/pictures/picture.ts';
import type { ReadingPosition } from '../../../../src/model/reading-position.ts';
import { sampleArticle, sampleMetadata } from '../../fakes/sample-article.ts';
import { useOverlayArticle } from '../../fakes/use-overlay-article.tsx';

const used = useOverlayArticle();
const { article, commands, answers, HIGHLIGHT, settled, draw, drawNow } = used;
const { send, reader, line, press, sentOf, saving, findInPage } = used;
const PLACE: ReadingPosition = { block: 3, offset: 0.5, quote: 'The lamps', progress: 0.4, at: 1 };

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

const highlight = (id: string, changedAt = 1) => {
  answers['highlight.add'] = { ...HIGHLIGHT, id, changedAt };
  return settled(() => void reader().highlights?.add(HIGHLIGHT));
};

test('the control beside Saved takes back the save, and keeps the highlights that the article had, and those that were made after it', async () => {
  await saving();
  await settled(() => reader().actions.save?.());
  expect(reader().highlights?.highlights).toEqual([HIGHLIGHT]);
  await highlight('h2');
  const { save } = reader();
  await settled(() => save?.kind === 'saved' && save.undo?.());
  expect(sentOf('article.undo-save')).toEqual([{ id: 'a1', savedAt: 1 }]);
  expect(sentOf('highlight.remove')).toEqual([]);
});

test('the key of Undo takes back what was done last: the highlight, then the save', async () => {
  await saving();
  await settled(() => reader().actions.save?.());
  await highlight('h2');
  await settled(() => reader().actions.undo?.());
  expect(sentOf('highlight.remove')).toEqual([{ id: 'h2', articleId: 'a1' }]);
  expect([sentOf('article.undo-save'), reader().undone, line()]).toEqual([[], 1, null]);
  await settled(() => reader().actions.undo?.());
  expect(sentOf('article.undo-save')).toEqual([{ id: 'a1', savedAt: 1 }]);
  expect(sentOf('highlight.remove')).toHaveLength(1);
});

test('the key of Undo leaves a save after which a highlight got another colour, and would go with it', async () => {
  await saving();
  await settled(() => reader().actions.save?.());
  await highlight('h2', 1_900_000_000_000);
  const made = reader().highlights?.highlights.find(({ id }) => id === 'h2') ?? HIGHLIGHT;
  await settled(() => reader().highlights?.recolour(made, 'green'));
  expect(reader().actions.undo).toBeUndefined();
  const { save } = reader();
  await settled(() => save?.kind === 'saved' && save.undo?.());
  expect(sentOf('article.undo-save')).toEqual([{ id: 'a1', savedAt: 1 }]);
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
  await settled(() => reader().actions.undo?.());
  await highlight('h5');
  await settled(() => reader().highlights?.openNote?.({ ...HIGHLIGHT, id: 'h5' }));
  await settled(() => reader().actions.undo?.());
  expect(sentOf('highlight.remove').slice(1)).toEqual([{ id: 'h4', articleId: 'a1' }]);
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
  expect(send).toHaveBeenLastCalledWith('page.keep-position', { url: article.url, position: PLACE });
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
  drawNow();
  expect(commands.article).toEqual(article);
  commands.save?.();
  expect(sentOf('article.save')).toHaveLength(1);
});

test('the tags of a kept article are set in its own tab, never over the page; one that is not kept has none', async () => {
  answers['article.save'] = { id: 'a1', savedAt: 1, existed: false };
  await draw();
  expect(reader().actions.tags).toBeUndefined();
  answers['page.saved'] = sampleMetadata();
  await settled(() => reader().actions.save?.());
  await settled(() => reader().actions.tags?.());
  expect(sentOf('tab.open-saved')).toEqual([{ id: 'a1', tags: true }]);
  await draw({ moved: true });
  expect(reader().actions.tags).toBeUndefined();
});
