import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { Popup } from '../driver/browser-driver.ts';
import { accessibleNames } from '../steps/accessible-names.ts';
import { overlayIsGone } from '../steps/read-overlay.ts';
import { useBrowser } from '../use-browser.ts';

const used = useBrowser();

let opened: Popup | null = null;

async function openPopupOn(url: string): Promise<Popup> {
  const tab = await used.browser.open(url);
  opened = await tab.pressToolbar();
  return opened;
}

/** A popup that stays takes the next press for itself in Firefox. */
afterEach(async () => {
  await opened?.close().catch(() => undefined);
  opened = null;
});

/** What the popup says about the page, once it has said something. */
function readNotice(popup: Popup): Promise<string> {
  return popup.waitFor(() => document.querySelector('.popup-reason')?.textContent);
}

/** What tells a home page is above all its address. */
function serveHome(): void {
  used.site.serve('/', readFileSync(join(import.meta.dirname, '../../site/not-articles/home.html')));
}

test.each(['/', '/not-articles/search.html', '/not-articles/video.html'])(
  '%s: the popup says that it is no article, offers what can be done, and shows the list',
  async (page) => {
    serveHome();
    const popup = await openPopupOn(used.site.url(page));
    expect(await readNotice(popup)).toContain('does not look like an article');
    await popup.waitFor(() => document.querySelector('.popup-list input'));
    // The accessibility tree follows the document a moment later.
    const names = () => accessibleNames(popup);
    await expect.poll(names).toEqual(expect.arrayContaining(['Show anyway', 'Save link', 'Search titles and texts']));
  },
);

test('Show anyway shows the text of the page', async () => {
  serveHome();
  const popup = await openPopupOn(used.site.url('/'));
  await popup.clickNamed('Show anyway');
  const text = await popup.waitFor(() => document.querySelector('.page-body')?.textContent);
  expect(text).toContain('Otters back in the river');
});

test('the popup leads back to the page where full view has found no article', async () => {
  serveHome();
  const tab = await used.browser.open(used.site.url('/'));
  await tab.pressShortcut('toggle-reader');
  await tab.waitFor(() => document.documentElement.lastElementChild?.shadowRoot);
  opened = await tab.pressToolbar();
  await readNotice(opened);
  await opened.clickNamed(/Back to the page/, 'button');
  await opened.waitForClose();
  await tab.waitFor(overlayIsGone);
});

const DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>A drawing</text></svg>';
const framing = (address: string) =>
  `<!doctype html><title>A frame</title><style>body{margin:0}iframe{width:100vw;height:95vh}</style><iframe src="${address}"></iframe>`;

/** Pages whose address tells nothing: only the type the server names does. */
function serveDocuments(): void {
  const { site } = used;
  site.serve('/served/data', '{"a": 1}', { 'content-type': 'application/json' });
  site.serve('/served/feed', '<feed xmlns="http://www.w3.org/2005/Atom"/>', { 'content-type': 'text/xml' });
  site.serve('/served/drawing', DRAWING, { 'content-type': 'image/svg+xml' });
  site.serve('/served/clip', Buffer.from('1A45DFA3', 'hex'), { 'content-type': 'video/webm' });
  const paper = readFileSync(join(import.meta.dirname, '../../site/unreadable/document.pdf'));
  site.serve('/served/paper', paper, { 'content-type': 'application/pdf' });
  site.serve('/served/frame-there', framing(site.url('/en/news.html', 'other.localhost')));
  site.serve('/served/frame-here', framing('/en/news.html'));
  site.serve(
    '/served/frameset',
    '<frameset cols="20%,80%"><frame src="/unreadable/empty.html"><frame src="/en/news.html"></frameset>',
  );
}

const UNREADABLE: [page: string, url: () => string, says: RegExp][] = [
  ['image', () => used.site.url('/unreadable/image.png'), /picture/],
  ['SVG document', () => used.site.url('/served/drawing'), /picture/],
  ['feed', () => used.site.url('/unreadable/feed.xml'), /data/],
  ['XML without an extension', () => used.site.url('/served/feed'), /data/],
  ['JSON', () => used.site.url('/unreadable/data.json'), /data/],
  ['empty page', () => used.site.url('/unreadable/empty.html'), /no text/],
  ['film shown by itself', () => used.site.url('/served/clip'), /picture|film|video/],
  ['PDF whose address does not say so', () => used.site.url('/served/paper'), /PDF/],
  ['PDF', () => used.site.url('/unreadable/document.pdf'), /PDF/],
  ['article in a frame of another site', () => used.site.url('/served/frame-there'), /frame from another site/],
  ["Recto's own page", () => `${used.browser.origin}/src/library/library.html`, /part of Recto/],
  [
    'view-source:',
    () => `view-source:${used.site.url('/en/news.html')}`,
    /do not let extensions|does not let Recto see/,
  ],
];

test.each(UNREADABLE)('%s: the reason, the list, and Save link where there is one', async (page, url, says) => {
  serveDocuments();
  const popup = await openPopupOn(url());
  expect(await readNotice(popup)).toMatch(says);
  const isWeb = url().startsWith('http');
  const names = await popup.waitFor((wanted: boolean) => {
    const found = [...document.querySelectorAll('button, input')].map(
      (control) => control.getAttribute('aria-label') ?? control.textContent ?? '',
    );
    return (!wanted || found.includes('Save link')) && document.querySelector('input') ? found : null;
  }, isWeb);
  expect(names.includes('Save link'), page).toBe(isWeb);
});

test.each(['frame-here', 'frameset'])('an article in a frame of the same site is read: %s', async (page) => {
  serveDocuments();
  const popup = await openPopupOn(used.site.url(`/served/${page}`));
  const text = await popup.waitFor(() => document.querySelector('.page-body p') && document.body.textContent);
  expect(text).toContain('slept with one ear open');
});

test.each([
  ['image', '/unreadable/image.png'],
  ['SVG document', '/served/drawing'],
  ['XML', '/served/feed'],
  ['frame of another site', '/served/frame-there'],
])('the shortcut on a tab without a web page opens the popup or marks the icon: %s', async (_, path) => {
  serveDocuments();
  const recto = await used.browser.openRecto('library');
  const tab = await used.browser.open(used.site.url(path));
  await tab.pressShortcut('toggle-reader');
  const shown = await recto.waitFor(async () => {
    const contexts = (await chrome.runtime.getContexts?.({}).catch(() => [])) ?? [];
    if (contexts.some((context) => context.contextType === 'POPUP')) return 'popup';
    const tabs = await chrome.tabs.query({});
    const marks = await Promise.all(tabs.map(({ id }) => chrome.action.getBadgeText({ tabId: id ?? 0 })));
    return marks.includes('!') && 'mark';
  });
  expect(['popup', 'mark']).toContain(shown);
  await recto.activate();
  await tab.close();
});

test("the browser's own pages say that no extension may read them", async () => {
  const popup = await openPopupOn(used.browser.name === 'firefox' ? 'about:config' : 'chrome://version');
  expect(await readNotice(popup)).toMatch(/browser|extension/i);
});

test('plain text is read as prose', async () => {
  const popup = await openPopupOn(used.site.url('/unreadable/plain.txt'));
  const paragraphs = await popup.waitFor(() => document.querySelectorAll('.page-body p').length);
  expect(paragraphs).toBeGreaterThanOrEqual(5);
});

test('a link that was saved becomes an article when it is read there', async () => {
  const url = used.site.url('/not-articles/video.html');
  const popup = await openPopupOn(url);
  await popup.clickNamed('Save link');
  await popup.waitFor(() => document.body.textContent?.includes('Link saved'));
  await popup.close();
  const list = await used.browser.openRecto('library');
  expect(await list.waitFor(() => document.querySelector('main li[data-id]')?.textContent)).toContain('Not kept yet');
});
