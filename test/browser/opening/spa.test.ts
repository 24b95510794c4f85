import { expect, test } from 'vitest';
import { pressShortcutAgain } from '../steps/press-shortcut-again.ts';
import { overlayIsGone, readOverlay } from '../steps/read-overlay.ts';
import { useBrowser } from '../use-browser.ts';

const used = useBrowser();

test('after in-page navigation the new article is read, in the overlay and in the popup', async () => {
  const tab = await used.browser.open(used.site.url('/spa/index.html'));
  await tab.pressShortcut('toggle-reader');
  expect((await tab.waitFor(readOverlay)).title).toContain('First story');
  await tab.press('Escape');
  await tab.waitFor(overlayIsGone);
  await tab.click('#next');
  await tab.waitFor(() => location.pathname === '/spa/second');
  await pressShortcutAgain(tab, 'toggle-reader');
  const second = await tab.waitFor(readOverlay);
  expect(second.title).toContain('Second story');
  expect(second.text).toContain('weather station');
  await tab.press('Escape');
  await tab.waitFor(overlayIsGone);
  const popup = await tab.pressToolbar();
  await popup.waitFor(() => document.querySelector('.page-title')?.textContent?.includes('Second story'));
});

test('after a change of address the open reader does not keep the old article', async () => {
  const tab = await used.browser.open(used.site.url('/spa/index.html'));
  await tab.pressShortcut('toggle-reader');
  await tab.waitFor(readOverlay);
  await tab.evaluate(() => document.querySelector<HTMLElement>('#next')?.click());
  await tab.clickNamed(/Read again/);
  await tab.waitFor(() => {
    const host = Array.from(document.documentElement.children).find((child) =>
      child.shadowRoot?.querySelector('.page'),
    );
    return host?.shadowRoot?.querySelector('.page-title')?.textContent?.includes('Second story');
  });
});

/** Runs in the page: the story that its address names in the fragment. */
const ROUTES = `
  const stories = { '#/harbour': ['A harbour in spring', 'The tide came in over the flats.'], '#/road': ['A road in autumn', 'The road is dry by noon and wet by dusk.'] };
  const show = () => {
    const [title, sentence] = stories[location.hash];
    document.title = title;
    document.body.innerHTML = '<article><h1>' + title + '</h1>' + ('<p>' + (sentence + ' ').repeat(12) + '</p>').repeat(6) + '</article>';
  };
  addEventListener('hashchange', show);
  show();`;

/** Runs in the page: how far full view is scrolled, and whether the focus is in it. */
function standing(): { top: number; focused: boolean } {
  const [dialog] = Array.from(document.documentElement.children).flatMap(
    ({ shadowRoot }) => shadowRoot?.querySelector('dialog') ?? [],
  );
  const root = dialog?.getRootNode() as ShadowRoot | undefined;
  return { top: dialog?.scrollTop ?? -1, focused: root?.activeElement != null };
}

test('the same holds on a site with its addresses in the fragment, such as #/road, and the new article begins at its top', async () => {
  used.site.serve('/routes', `<!doctype html><html lang="en"><title>Routes</title><body><script>${ROUTES}</script>`);
  const tab = await used.browser.open(used.site.url('/routes#/harbour'));
  await tab.pressShortcut('toggle-reader');
  expect((await tab.waitFor(readOverlay)).title).toBe('A harbour in spring');
  await tab.press('End');
  await expect.poll(async () => (await tab.evaluate(standing)).top).toBeGreaterThan(400);
  await tab.evaluate(() => {
    location.hash = '#/road';
  });
  await tab.clickNamed(/Read again/);
  await expect.poll(async () => (await tab.evaluate(readOverlay))?.title).toBe('A road in autumn');
  await expect.poll(() => tab.evaluate(standing)).toEqual({ top: 0, focused: true });
});

test('content that is loaded late is read when it is there', async () => {
  const tab = await used.browser.open(used.site.url('/spa/late.html'));
  await tab.evaluate(() => (window as unknown as { arrive(): void }).arrive());
  await tab.pressShortcut('toggle-reader');
  expect((await tab.waitFor(readOverlay)).text).toContain('it will change every day');
});
