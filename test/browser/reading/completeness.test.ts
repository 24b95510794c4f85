import { expect, test } from 'vitest';
import { accessibleText } from '../steps/accessible-names.ts';
import { openOverlay, openSavedCopy } from '../steps/open-surfaces.ts';
import { overlayIsGone, readOverlay } from '../steps/read-overlay.ts';
import { useBrowser } from '../use-browser.ts';

const used = useBrowser();

/** Runs in a surface: the beginnings of the paragraphs that are shown. */
function beginnings(): string[] {
  const host = Array.from(document.documentElement.children).find((child) => child.shadowRoot?.querySelector('.page'));
  const paragraphs = (host?.shadowRoot ?? document).querySelectorAll('.page-body p');
  return Array.from(paragraphs, (paragraph) => paragraph.textContent?.split(' ').slice(0, 3).join(' ') ?? '');
}

/** Runs in a surface: the address of the link in the last paragraph, and the paragraph that has the focus. */
function whereItLed(): { link: string | null; focus: string } {
  const host = Array.from(document.documentElement.children).find((child) => child.shadowRoot?.querySelector('.page'));
  const root = host?.shadowRoot ?? document;
  return {
    link: root.querySelector('.page-body p:last-child a')?.getAttribute('href') ?? null,
    focus: root.activeElement?.textContent?.slice(0, 14) ?? '',
  };
}

const READ = [
  ...['For three hundred', 'The road is', '“My grandfather could', 'In the parish', 'Last year the', 'He has filled'],
  ...['The mud has', 'A load was', 'Of the women', 'The third pole', 'Children from the', 'From the second'],
  ...['There was a', 'What the road'],
];
const WHOLE = [...READ.slice(0, 2), 'In the evening', ...READ.slice(2), 'The other eight'];

test('missing paragraphs of the page are counted, can be shown in their places and hidden again, and are saved', async () => {
  const tab = await openOverlay(used, '/en/late-parts.html');
  await expect.poll(() => accessibleText(tab)).toContain('Show them');
  expect(await tab.evaluate(beginnings)).toEqual(READ);

  await tab.clickNamed('Show them', 'button');
  await expect.poll(() => tab.evaluate(beginnings)).toEqual(WHOLE);
  const led = await tab.evaluate(whereItLed);
  expect(led.focus).toBe('In the evening');
  expect(led.link).toMatch(/^http:.*\/en\/tides\.html$/);

  await tab.clickNamed('Undo', 'button');
  await expect.poll(() => tab.evaluate(beginnings)).toEqual(READ);
  await tab.clickNamed('Show them', 'button');
  await expect.poll(() => tab.evaluate(beginnings)).toEqual(WHOLE);
  const saved = await openSavedCopy(used, tab);
  expect(await saved.evaluate(beginnings)).toEqual(WHOLE);
  await saved.close();

  // Whoever saved the whole text finds it whole, and is not told that the page has changed.
  await tab.activate();
  await tab.press('Escape');
  await tab.waitFor(overlayIsGone);
  await tab.pressShortcut('toggle-reader');
  await tab.waitFor(readOverlay);
  await expect.poll(() => tab.evaluate(beginnings)).toEqual(WHOLE);
  expect(await accessibleText(tab)).not.toContain('Update copy');
  await tab.close();
});

test('missing paragraphs that were dismissed are not offered again', async () => {
  const tab = await openOverlay(used, '/en/late-parts.html?again');
  await tab.clickNamed('Not now', 'button');
  await expect.poll(() => accessibleText(tab)).not.toContain('Not now');
  expect(await tab.evaluate(beginnings)).toEqual(READ);
  await tab.close();
});

test('a Chinese page is compared by its characters', async () => {
  const tab = await openOverlay(used, '/zh-Hans/late-parts.html');
  await expect.poll(() => accessibleText(tab)).toContain('Show it');
  const read = await tab.evaluate(beginnings);
  await tab.clickNamed('Show it', 'button');
  await expect.poll(async () => (await tab.evaluate(beginnings)).length).toBe(read.length + 1);
  const whole = await tab.evaluate(beginnings);
  expect(whole[3]).toMatch(/^樟树是比钟更老的。/);
  expect(whole.toSpliced(3, 1)).toEqual(read);
  await tab.close();
});

test('a page whose rest is for subscribers is reported as such, and the notice is not part of the saved copy', async () => {
  const tab = await openOverlay(used, '/en/for-subscribers.html');
  /** Runs in full view: what the line below the bar says. */
  const noticeOf = (button: Element) =>
    (button.getRootNode() as ShadowRoot).querySelector('.notice-text')?.textContent ?? null;
  await expect
    .poll(() => tab.askNamed('Save', 'button', noticeOf))
    .toBe('The page keeps the rest of this article for subscribers.');
  const read = await tab.evaluate(beginnings);
  expect(read).toEqual(['At six in', 'The contract with']);

  const saved = await openSavedCopy(used, tab);
  expect(await saved.evaluate(beginnings)).toEqual(read);
  expect(await saved.evaluate(() => document.querySelector('.notice-text')?.textContent ?? null)).toBeNull();
  await saved.close();
  await tab.close();
});
