import { expect, test } from 'vitest';
import type { Tab } from '../driver/browser-driver.ts';
import { accessibleText } from '../steps/accessible-names.ts';
import { overlayIsGone, readOverlay } from '../steps/read-overlay.ts';
import { useBrowser } from '../use-browser.ts';

const used = useBrowser();

const teasers = Array.from(
  { length: 12 },
  (_, index) => `<li><a href="/story-${index}">A story about the harbour, number ${index}</a></li>`,
);
const bulletin = (day: string): string =>
  `<div class="bulletin-text"><p>On ${day} the ferry goes at six, at ten and at four. It takes bicycles, but no horses until the ramp has been mended.</p><p>The library is open from noon. Whoever still has the atlas of 1911 is asked to bring it back.</p></div>`;
/** A page of little text in the midst of links, which says that it is a film. */
const pageOf = (day: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><meta property="og:type" content="video.other"><title>Skerry, ${day}</title><body><ul class="teasers">${teasers.join('')}</ul><section>${bulletin(day)}<form><input name="parentNode"><p>Write to us when something is wrong here, and we will see to it.</p></form></section></body></html>`;

const readText = async (tab: Tab): Promise<string> => (await tab.waitFor(readOverlay)).text;

async function leave(tab: Tab): Promise<void> {
  await tab.press('Escape');
  await tab.waitFor(overlayIsGone);
}

test('where no article is found it can be picked with the pointer, and the site is read so until Settings forget it', async () => {
  used.site.serve('/', pageOf('Monday'));
  used.site.serve('/news', pageOf('Tuesday'));
  const tab = await used.browser.open(used.site.url('/'));
  const before = await tab.evaluate(() => document.documentElement.outerHTML);
  await tab.pressShortcut('toggle-reader');
  await tab.clickNamed('Pick the article on the page', 'button');
  await expect.poll(() => accessibleText(tab)).toContain('Use this');
  await tab.click('.bulletin-text p');
  await tab.clickNamed('Use this', 'button');
  const text = await readText(tab);
  expect(text).toContain('On Monday the ferry goes');
  expect(text).toContain('the atlas of 1911');
  expect(text).not.toMatch(/A story about|Write to us/);
  await leave(tab);
  expect(await tab.evaluate(() => document.documentElement.outerHTML)).toBe(before);

  const next = await used.browser.open(used.site.url('/news'));
  const popup = await next.pressToolbar();
  const inPopup = await popup.waitFor(() => document.querySelector('.page-body p')?.parentElement?.textContent);
  expect(inPopup).toContain('On Tuesday the ferry goes');
  expect(inPopup).not.toMatch(/A story about|Write to us/);
  await popup.close();
  await next.close();

  const settings = await used.browser.openRecto('library#settings');
  await settings.waitFor(() =>
    document.querySelector('.sites')?.textContent?.includes('the article was picked by hand'),
  );
  await settings.click('.sites button');
  await settings.waitFor(async () =>
    Object.keys(await chrome.storage.local.get(null)).every((key) => !key.startsWith('site.')),
  );
  await settings.close();
  await tab.activate();
  await tab.pressShortcut('toggle-reader');
  await expect.poll(() => accessibleText(tab)).toContain('This does not look like an article.');
  await tab.close();
});

test('in a private window the picker does not say that the site is read so from then on, since nothing is kept', async () => {
  const told = async (where: 'tab' | 'private-window') => {
    const tab = await used.browser.open(used.site.url('/en/news.html'), where);
    await tab.pressShortcut('toggle-reader');
    await tab.waitFor(readOverlay);
    await tab.press('g');
    const text = await tab.askNamed('Use this', 'button', (button) => button.closest('.panel')?.textContent ?? '');
    await tab.close();
    return text;
  };
  expect(await told('tab')).toContain('pages of this site');
  expect(await told('private-window')).toMatch(/Enter uses it\.(?!.*pages of this site)/);
});

test('another block can be picked by keys alone, and the choice can be given back to Recto', async () => {
  const tab = await used.browser.open(used.site.url('/en/news.html'));
  await tab.pressShortcut('toggle-reader');
  const whole = await readText(tab);
  await tab.press('g');
  await expect.poll(() => accessibleText(tab)).toContain('Use this');
  // What the page marks as its content is chosen first; inwards to its longest paragraph.
  for (let step = 0; step < 5; step += 1) await tab.press('ArrowDown');
  await tab.press('Enter');
  await expect.poll(async () => (await readText(tab)).length).toBeLessThan(whole.length / 2);
  const part = await readText(tab);
  expect(whole).toContain(part.trim().slice(0, 40));

  await tab.press('g');
  await tab.clickNamed('Let Recto choose again', 'button');
  await expect.poll(() => readText(tab)).toBe(whole);
  await tab.press('g');
  await expect.poll(() => accessibleText(tab)).toContain('Use this');
  expect(await accessibleText(tab)).not.toContain('Let Recto choose again');
  await tab.press('Escape');
  await expect.poll(() => readText(tab)).toBe(whole);
  await leave(tab);
  await tab.close();
});

test('a field in which somebody was writing has the focus again after picking and full view, and hears no key of the picker', async () => {
  used.site.serve('/write', pageOf('Friday').replace('<p>Write', '<textarea></textarea><p>Write'));
  const tab = await used.browser.open(used.site.url('/write'));
  await tab.click('textarea');
  await tab.type('ab');
  await tab.evaluate(() => {
    const note = (event: Event) =>
      event instanceof KeyboardEvent && event.key === 'Enter' && document.body.setAttribute('data-heard', event.type);
    for (const type of ['keydown', 'keyup']) document.querySelector('textarea')?.addEventListener(type, note);
  });
  await tab.pressShortcut('toggle-reader');
  await tab.clickNamed('Pick the article on the page', 'button');
  await expect.poll(() => accessibleText(tab)).toContain('Use this');
  await tab.press('Enter');
  await tab.press('Enter');
  await readText(tab);
  expect(await tab.evaluate(() => document.body.getAttribute('data-heard'))).toBeNull();
  await leave(tab);
  await tab.type('c');
  expect(await tab.evaluate(() => document.querySelector('textarea')?.value)).toBe('abc');
  await tab.close();
});
