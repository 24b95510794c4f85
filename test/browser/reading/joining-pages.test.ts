import { expect, test } from 'vitest';
import type { Tab } from '../driver/browser-driver.ts';
import { accessibleText } from '../steps/accessible-names.ts';
import { openOverlay, openSavedCopy } from '../steps/open-surfaces.ts';
import { overlayIsGone, readOverlay } from '../steps/read-overlay.ts';
import { useBrowser } from '../use-browser.ts';

const used = useBrowser();

const textOf = async (tab: Tab): Promise<string> => (await tab.waitFor(readOverlay)).text;
const askedFor = (part: string) =>
  used.site
    .requests()
    .map((address) => new URL(address).pathname)
    .filter((path) => path.includes(part));
const times = (text: string, part: string) => text.split(part).length - 1;

/** Runs in the popup: whether the page has been compared with what was read of it, and a second time after that. */
async function compareOnceMore(): Promise<boolean> {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  const compare = async () => {
    const { rectoExtract, rectoParts, rectoSanitising } = globalThis;
    const read = await rectoExtract?.read();
    if (!read?.ok || !rectoParts?.completeness || !rectoSanitising) return false;
    await rectoParts.completeness.check(document, read.article, rectoSanitising.toFragment);
    return true;
  };
  const [frame] = await chrome.scripting.executeScript({ target: { tabId: tab?.id ?? 0 }, func: compare });
  return frame?.result === true;
}

test('further pages of an article are joined on demand, can be removed again, and are saved', async () => {
  used.site.forget();
  const tab = await openOverlay(used, '/en/in-pages.html');
  await expect.poll(() => accessibleText(tab)).toContain('Show all pages');
  expect(await textOf(tab)).not.toContain('In winter the stove');
  const before = await tab.evaluate(() => document.body.outerHTML);

  await tab.clickNamed('Show all pages', 'button');
  await expect.poll(() => accessibleText(tab)).toContain('Undo');
  const whole = await textOf(tab);
  const order = ['The timetable on the quay', 'It is not that the rules', 'let go of the rope'].map((part) =>
    whole.indexOf(part),
  );
  expect(order.every((place, index) => place > (order[index - 1] ?? -1))).toBe(true);
  expect(times(whole, 'whatever the timetable says')).toBeLessThan(2);
  // The next article is none of its pages.
  expect([new Set(askedFor('in-pages')).size, askedFor('lighthouse')]).toEqual([3, []]);
  expect(await tab.evaluate(() => document.body.outerHTML)).toBe(before);

  await tab.clickNamed('Undo', 'button');
  await expect.poll(() => textOf(tab)).not.toContain('In winter the stove');
  await tab.clickNamed('Show all pages', 'button');
  await expect.poll(() => accessibleText(tab)).toContain('Undo');
  const saved = await openSavedCopy(used, tab);
  expect(await saved.evaluate(() => document.querySelector('.page-body')?.textContent)).toContain('let go of the rope');
  await saved.close();

  // The kept copy is longer than this page, which is no change of it.
  await tab.activate();
  await tab.press('Escape');
  await tab.waitFor(overlayIsGone);
  await tab.pressShortcut('toggle-reader');
  await tab.waitFor(readOverlay);
  await tab.clickNamed('Not now', 'button');
  await expect.poll(() => accessibleText(tab)).not.toContain('Not now');
  expect(await accessibleText(tab)).not.toContain('Update copy');

  // Nor does the popup take it for one.
  await tab.reload();
  const popup = await tab.pressToolbar();
  await popup.waitFor(() => document.querySelector('.popup-bar')?.textContent?.includes('Saved'));
  await popup.waitFor(compareOnceMore);
  expect(await popup.evaluate(() => document.querySelector('.popup-notices')?.textContent)).toBe('');
  await popup.close();
  await tab.close();
});

test("numbered pages in GBK are fetched with the site's cookies until one repeats the page before it, and the popup has them too", async () => {
  used.site.forget();
  const tab = await openOverlay(used, '/zh-Hans/paged.html');
  await expect.poll(() => accessibleText(tab)).toContain('Show all pages');
  // Nothing is asked for before the person does. (What a page declares as next, Firefox fetches by itself.)
  expect(askedFor('paged')).toEqual(['/zh-Hans/paged.html']);
  await tab.evaluate(() => {
    // biome-ignore lint/suspicious/noDocumentCookie: the page's own way, in every browser.
    document.cookie = 'reader=1';
  });
  await tab.clickNamed('Show all pages', 'button');
  await expect.poll(() => accessibleText(tab)).toContain('Undo');
  const text = await textOf(tab);
  expect(text).toContain('一张案板从中间分成两半');
  expect(times(text, '没有一个是站着的')).toBe(1);
  expect(text).not.toContain('下一页');

  // The popup over it shows and saves the same.
  const popup = await tab.pressToolbar();
  const inPopup = await popup.waitFor(() => document.querySelector('.page-body:has(p)')?.textContent);
  expect(inPopup).toContain('没有一个是站着的');
  await popup.clickNamed('Save', 'button');
  await popup.waitFor(() => document.querySelector('.popup-bar')?.textContent?.includes('Saved'));
  await popup.close();
  await tab.activate();
  await expect.poll(() => accessibleText(tab)).toMatch(/^Saved/m);
  expect(await accessibleText(tab)).not.toContain('Update copy');
  await tab.close();
});

test('joining can be stopped, and keeps the joined pages when one fails', async () => {
  used.site.forget();
  const third = used.site.hold('/en/in-pages_3.html');
  const tab = await openOverlay(used, '/en/in-pages.html');
  await tab.clickNamed('Show all pages', 'button');
  await expect.poll(() => askedFor('_3')).toHaveLength(1);
  await tab.clickNamed('Stop', 'button');
  await expect.poll(() => accessibleText(tab)).toContain('Undo');
  expect(await textOf(tab)).toContain('In winter the stove');
  third.release();

  await tab.clickNamed('Undo', 'button');
  const again = used.site.hold('/en/in-pages_3.html');
  await tab.clickNamed('Show all pages', 'button');
  await expect.poll(() => askedFor('_3')).toHaveLength(2);
  used.site.goOffline();
  await expect.poll(() => accessibleText(tab)).toContain('Undo');
  expect(await textOf(tab)).toContain('In winter the stove');
  used.site.goOnline();
  again.release();
  await tab.close();
});
