// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { RectoError } from '../../../src/model/errors/recto-error.ts';
import type { Place } from '../../../src/model/saved-article.ts';
import { DEFAULT_READER_SETTINGS } from '../../../src/model/settings/reader-settings.ts';
import { createWords } from '../../../src/model/words.ts';
import type { ListPanelProps } from '../../../src/popup/list-panel.tsx';
import type { SavedPage } from '../../../src/popup/use-saved-page.ts';
import { WordsProvider } from '../../../src/ui/list/words-context.ts';
import { fakeBrowser } from '../fakes/fake-browser.ts';
import { sampleArticle, sampleMetadata } from '../fakes/sample-article.ts';

const fakes = vi.hoisted(() => ({ browser: {} as unknown, send: vi.fn(), saved: {} as unknown }));
vi.mock('../../../src/platform/browser.ts', () => fakes);
vi.mock('../../../src/messaging/send.ts', () => ({ send: fakes.send }));
vi.mock('../../../src/popup/popup-content.tsx', () => ({ PopupContent: () => null }));
vi.mock('../../../src/popup/use-saved-page.ts', () => ({ useSavedPage: () => fakes.saved }));
vi.mock('../../../src/popup/use-start-place.ts', () => ({
  useStartPlace: () => [null, () => undefined],
  keepPlace: () => undefined,
}));
vi.mock('../../../src/popup/use-page.ts', () => {
  const page = { kind: 'article', url: sampleArticle().url, title: '', article: sampleArticle() };
  return { usePage: () => [page, () => undefined] };
});
vi.mock('../../../src/popup/use-list-panel.ts', () => ({
  useListPanel:
    () =>
    ({ onFail }: ListPanelProps) => (
      <button type="button" onClick={() => onFail(new RectoError('not-found'))}>
        an item
      </button>
    ),
}));
const { PopupPage } = await import('../../../src/popup/popup-page.tsx');

const NO_KEYS = { _execute_action: null, 'open-list': null, 'save-page': null, 'toggle-reader': null };
const TAB = { id: 7, windowId: 1, url: sampleArticle().url, title: 'One', isPrivate: false };
const close = vi.spyOn(window, 'close').mockImplementation(() => undefined);
const [archive, remove, tag] = [vi.fn(), vi.fn(), vi.fn()];

function draw(
  place: Place,
  contentHash = sampleArticle().contentHash,
  letterKeys = true,
  done: SavedPage['done'] = null,
  textSize = 100,
  error: RectoError | null = null,
) {
  const nothing = () => undefined;
  const saved: SavedPage = {
    ...{
      kept: sampleMetadata({ place, contentHash }),
      done,
      undone: false,
      asking: null,
      busy: false,
      error,
      failedBefore: null,
      receipt: null,
    },
    ...{ keepRest: nothing, saveArticle: nothing, saveLink: nothing, updateCopy: nothing, tag, undo: nothing },
    ...{ remove, archive, dismiss: nothing },
  };
  fakes.saved = saved;
  const words = createWords((key) => (key === 'localeTag' ? 'en' : key), 'en');
  const settings = { ...DEFAULT_READER_SETTINGS, letterKeys, textSize };
  const page = <PopupPage tab={TAB} initialSettings={settings} site={null} keys={NO_KEYS} />;
  render(<WordsProvider value={words}>{page}</WordsProvider>, document.body);
}
const show = (...drawn: Parameters<typeof draw>) => act(() => draw(...drawn));
async function press(label: string): Promise<void> {
  const labelled = (button: HTMLElement) => (button.getAttribute('aria-label') ?? button.textContent).startsWith(label);
  await act(() => [...document.querySelectorAll('button')].find(labelled)?.click());
  await act(() => new Promise<void>((resolve) => setImmediate(resolve)));
}
const said = () => document.querySelector('[role=alert] .notice-text')?.textContent ?? null;
const labels = () => [...document.querySelectorAll('.notice button')].map(({ textContent }) => textContent);

beforeEach(() => {
  fakes.browser = fakeBrowser();
  fakes.send.mockReset().mockRejectedValue(new RectoError('no-answer'));
  close.mockClear();
  archive.mockClear();
  remove.mockClear();
});
afterEach(() => act(() => render(null, document.body)));

test('a control that leads out of the popup reports a failure, and the popup stays', async () => {
  show('list');
  await press('popupSavedOn');
  await press('popupOpenSaved');
  expect(said()).toBe('error_no_answer errorNext_no_answer');
  await press('listClose');
  expect(said()).toBeNull();

  await press('readerList');
  await press('popupListInTab');
  expect(said()).toBe('error_no_answer errorNext_no_answer');
  await press('an item');
  expect(said()).toBe('error_not_found errorNext_not_found');
  expect(close).not.toHaveBeenCalled();
});

test('a save that failed is told, with a way to keep the text, to whoever went on to the list meanwhile', async () => {
  show('deleted');
  await press('readerList');
  expect(said()).toBeNull();
  show('deleted', undefined, true, null, 100, new RectoError('timeout'));
  expect(said()).toBe('error_timeout errorNext_timeout');
  expect(labels()).toContain('popupCopyText');
  // What cannot be opened from the list is the later news, and no reason to copy the page's text.
  await press('an item');
  expect(said()).toBe('error_not_found errorNext_not_found');
  expect(labels()).not.toContain('popupCopyText');
});

test("when the browser's page for shortcuts cannot be opened, the panel says where it is", async () => {
  show('list');
  await press('Aa: readerType');
  await press('popupSetKey');
  expect(said()).toBe('error_no_answer errorNext_no_answer');
  fakes.send.mockResolvedValue(false);
  await press('popupSetKey');
  expect(document.body.textContent).toContain('settingsChangeKeysByHand');
  expect(close).not.toHaveBeenCalled();
});

test.each<[Place, number, number]>([
  ['list', 1, 1],
  ['archive', 0, 1],
  ['deleted', 0, 0],
])(
  'an article in %s can be archived in %i and deleted in %i way by key, and as often by what Saved offers',
  async (place, archived, deleted) => {
    show(place);
    if (place !== 'deleted') await press('popupSavedOn');
    expect(labels().filter((label) => label === 'readerArchive')).toHaveLength(archived);
    expect(labels().filter((label) => label === 'listDelete')).toHaveLength(deleted);
    for (const [key, code] of [
      ['e', 'KeyE'],
      ['Delete', 'Delete'],
    ] as const)
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, code, bubbles: true }));
    expect(archive).toHaveBeenCalledTimes(archived);
    expect(remove).toHaveBeenCalledTimes(deleted);
  },
);

test('a page that has changed since can be deleted and archived like any other', async () => {
  show('list', 'older');
  await expect.poll(labels).toEqual(['popupUpdateCopy', 'popupOpenSaved']);
  await press('popupSavedOn');
  expect(labels()).toEqual(expect.arrayContaining(['popupUpdateCopy', 'readerArchive', 'listDelete']));
});

test.each([
  [true, ['popupSavedOn (S)', 'Aa: readerType (A)', 'readerList (L)']],
  [false, ['Aa: readerType']],
])('tooltips name letters where they are keys: %s', (letterKeys, expected) => {
  show('list', sampleArticle().contentHash, letterKeys);
  const titles = Array.from(document.querySelectorAll<HTMLElement>('.popup-bar button'), ({ title }) => title);
  expect(titles.filter((title) => title !== '')).toEqual(expected);
});

test('the article has the focus at first, when the focused control disappears, and after returning from the list', async () => {
  const focused = () => document.activeElement?.getAttribute('aria-label');
  show('archive', undefined, true, 'archived');
  expect(focused()).toBe('popupArticle');
  document.querySelector<HTMLElement>('.popup-notices button')?.focus();
  expect(document.activeElement?.textContent).toBe('readerUndo');
  show('list');
  expect(focused()).toBe('popupArticle');

  for (const [label, name] of [
    ['readerList', 'readerList'],
    ['popupBackToArticle', 'popupArticle'],
  ] as const) {
    [...document.querySelectorAll('button')].find(({ textContent }) => textContent === label)?.focus();
    await press(label);
    expect(focused()).toBe(name);
  }
});

test('a key gives the article the focus when nothing has it, but for Tab, which finds the first control', () => {
  show('archive');
  const article = document.activeElement as HTMLElement;
  const focusedAfter = (key: string) => {
    article.blur();
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    return document.activeElement;
  };
  expect(focusedAfter('End')).toBe(article);
  expect(focusedAfter('Tab')).toBe(document.body);
});

test('an error or a panel that appears right after a save, before effects have run, stays', async () => {
  show('list');
  draw('list', undefined, undefined, 'saved');
  await press('readerList');
  await press('an item');
  expect(said()).toBe('error_not_found errorNext_not_found');

  render(null, document.body);
  draw('list', undefined, undefined, 'saved');
  await press('popupSavedOn');
  expect(labels()).toContain('listDelete');
});

test.each([
  [175, []],
  [200, ['popupFullView']],
  [400, ['popupFullView']],
])('text of %i percent: full view is suggested from 200 percent on', async (textSize, offered) => {
  show('list', undefined, true, null, textSize);
  expect(labels()).toEqual(offered);
  expect(document.querySelector('.popup-notices .notice-text')?.textContent).toBe(
    offered.length > 0 ? 'popupLargeText' : undefined,
  );
});
