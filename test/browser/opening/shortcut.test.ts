import { expect, test } from 'vitest';
import type { Tab } from '../driver/browser-driver.ts';
import { pressShortcutAgain } from '../steps/press-shortcut-again.ts';
import { overlayIsGone, readOverlay } from '../steps/read-overlay.ts';
import { useBrowser } from '../use-browser.ts';

const used = useBrowser();

/** Runs in the page: everything a reader in place must leave alone. */
function pageState() {
  const value = (id: string) => document.querySelector<HTMLInputElement>(id)?.value;
  return {
    address: location.href,
    history: history.length,
    scroll: Math.round(scrollY),
    name: value('#name'),
    story: value('#story'),
    town: value('#town'),
    agree: document.querySelector<HTMLInputElement>('#agree')?.checked,
    focus: document.activeElement?.id,
    html: document.documentElement.outerHTML.split('<head')[0],
    body: document.body.getAttributeNames().map((name) => `${name}=${document.body.getAttribute(name)}`),
    children: document.documentElement.children.length,
    sheets: document.adoptedStyleSheets.length,
  };
}

async function openBusyPage(): Promise<Tab> {
  const tab = await used.browser.open(used.site.url('/en/busy.html'));
  await tab.click('#name');
  await tab.type('Ada');
  await tab.click('#story');
  await tab.type('Once');
  await tab.click('#agree');
  await tab.evaluate(() => {
    document.querySelector<HTMLSelectElement>('#town')?.selectedIndex === 0 &&
      Object.assign(document.querySelector('#town') as HTMLSelectElement, { selectedIndex: 1 });
    document.querySelector<HTMLElement>('#story')?.focus({ preventScroll: true });
    scrollTo({ top: 700, behavior: 'instant' });
  });
  await tab.waitFor(() => Math.round(scrollY) === 700);
  return tab;
}

const WAYS_OUT: [name: string, leave: (tab: Tab) => Promise<void>][] = [
  ['the shortcut again', (tab) => pressShortcutAgain(tab, 'toggle-reader')],
  ['Escape', (tab) => tab.press('Escape')],
  ['the Close button', (tab) => tab.clickNamed('Close', 'button')],
  ['Original', (tab) => tab.clickNamed('Original', 'button')],
  ['its key', (tab) => tab.press('o')],
];

test.each(WAYS_OUT)('the shortcut opens the article, and %s restores the page as it was', async (_, leave) => {
  const tab = await openBusyPage();
  const before = await tab.evaluate(pageState);
  await tab.pressShortcut('toggle-reader');
  const shown = await tab.waitFor(readOverlay);
  expect(shown.title).toBe('A page with something to lose');
  expect(shown.text).toContain('it will change every day');
  await leave(tab);
  await tab.waitFor(overlayIsGone);
  expect(await tab.evaluate(pageState)).toEqual(before);
});

test.each([
  ['a field', '<style>textarea { position: fixed; inset: 0; width: 100%; height: 100%; }</style><textarea></textarea>'],
  ['an editor', '<body contenteditable style="margin: 0; height: 100vh"></body>'],
])('%s in a frame of the page gets the focus back, and can be typed in', async (_, content) => {
  used.site.serve('/framed-field.html', `<!doctype html>${content}`);
  const tab = await used.browser.open(used.site.url('/en/busy.html'));
  await tab.evaluate(async () => {
    const frame = Object.assign(document.createElement('iframe'), { id: 'editor', src: '/framed-field.html' });
    document.querySelector('h1')?.after(frame);
    await new Promise((loaded) => frame.addEventListener('load', loaded));
  });
  const typed = () => {
    const body = document.querySelector<HTMLIFrameElement>('#editor')?.contentDocument?.body;
    return body?.querySelector('textarea')?.value ?? body?.textContent;
  };
  await tab.click('#editor');
  await tab.type('Ada');
  expect(await tab.evaluate(typed)).toBe('Ada');
  await tab.pressShortcut('toggle-reader');
  await tab.waitFor(readOverlay);
  await tab.press('Escape');
  await tab.waitFor(overlayIsGone);
  await tab.type('m');
  expect(await tab.evaluate(typed)).toBe('Adam');
});

test('scripts of the page go on while the reader is open, and listeners after it', async () => {
  const tab = await openBusyPage();
  await tab.pressShortcut('toggle-reader');
  await tab.waitFor(readOverlay);
  const ticks = await tab.evaluate(() => (window as unknown as { ticks: number }).ticks);
  await tab.waitFor((then) => (window as unknown as { ticks: number }).ticks > then, ticks);
  await tab.press('Escape');
  await tab.waitFor(overlayIsGone);
  const clicks = await tab.evaluate(() => (window as unknown as { clicks: number }).clicks);
  await tab.click('h1');
  await tab.waitFor((then) => (window as unknown as { clicks: number }).clicks === then + 1, clicks);
});

test('the shortcut pressed twice at once has one effect', async () => {
  const tab = await used.browser.open(used.site.url('/en/news.html'));
  await tab.pressShortcut('toggle-reader', 2);
  await tab.waitFor(readOverlay);
  await pressShortcutAgain(tab, 'toggle-reader');
  await tab.waitFor(overlayIsGone);
});

test('a reload brings the page, not the reader', async () => {
  const tab = await used.browser.open(used.site.url('/en/news.html'));
  await tab.pressShortcut('toggle-reader');
  await tab.waitFor(readOverlay);
  await tab.reload();
  expect(await tab.evaluate(overlayIsGone)).toBe(true);
});

/** Runs in the page: whether what stands in the middle of the window is the reader. */
const isOnTop = () => Boolean(document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.shadowRoot);

test('the reader opens above a modal dialog of the page, and afterwards its field has the focus again', async () => {
  const tab = await used.browser.open(used.site.url('/en/busy.html'));
  await tab.evaluate(() => {
    const dialog = document.createElement('dialog');
    dialog.id = 'own';
    const [field, text] = [document.createElement('input'), document.createElement('div')];
    Object.assign(field, { id: 'mail' });
    Object.assign(text, { id: 'rich', textContent: 'rich', contentEditable: 'true' });
    dialog.append(field, text);
    document.body.append(dialog);
    dialog.showModal();
  });
  const typed = () => [
    document.querySelector<HTMLInputElement>('#mail')?.value,
    document.querySelector('#rich')?.textContent,
    document.querySelector('#own')?.matches(':modal'),
  ];
  await tab.click('#mail');
  await tab.type('Ada');
  await tab.press('ArrowLeft');
  await tab.pressShortcut('toggle-reader');
  await tab.waitFor(readOverlay);
  await tab.waitFor(isOnTop);
  expect(await tab.evaluate(typed)).toEqual(['Ada', 'rich', true]);
  // A key of the reader, and no letter of the field's.
  await tab.press('j');
  await tab.press('Escape');
  await tab.waitFor(overlayIsGone);
  await tab.type('m');
  await tab.click('#rich');
  await tab.press('End');
  await tab.type('er');
  await pressShortcutAgain(tab, 'toggle-reader');
  await tab.waitFor(readOverlay);
  await tab.clickNamed('Close', 'button');
  await tab.waitFor(overlayIsGone);
  await tab.type('!');
  expect(await tab.evaluate(typed)).toEqual(['Adma', 'richer!', true]);
});

test.each(['article', 'html'])(
  'the reader opens above the %s in fullscreen, and leaves it in fullscreen',
  async (what) => {
    const tab = await used.browser.open(used.site.url('/en/busy.html'));
    await tab.evaluate((selector) => {
      const enter = () => document.querySelector(selector)?.requestFullscreen();
      document.addEventListener('click', enter, { once: true });
    }, what);
    await tab.click('h1');
    await tab.waitFor((selector) => document.fullscreenElement?.matches(selector), what);
    await tab.pressShortcut('toggle-reader');
    expect((await tab.waitFor(readOverlay)).title).toBe('A page with something to lose');
    await tab.waitFor(isOnTop);
    // Escape is the browser's own there: in Firefox it leaves fullscreen, and no page hears of it.
    await tab.clickNamed('Close', 'button');
    await tab.waitFor(overlayIsGone);
    expect(await tab.evaluate((selector) => document.fullscreenElement?.matches(selector), what)).toBe(true);
  },
);
