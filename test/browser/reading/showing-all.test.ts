import { expect, test } from 'vitest';
import type { Tab } from '../driver/browser-driver.ts';
import { accessibleNames, accessibleText } from '../steps/accessible-names.ts';
import { openOverlay } from '../steps/open-surfaces.ts';
import { overlayIsGone, readOverlay } from '../steps/read-overlay.ts';
import { useBrowser } from '../use-browser.ts';

const used = useBrowser();

const textOf = async (tab: Tab): Promise<string> => (await tab.waitFor(readOverlay)).text;

test("Show all presses the page's own button that reveals the rest of the article, and reads the rest", async () => {
  const tab = await openOverlay(used, '/en/shows-part.html');
  expect(await textOf(tab)).not.toContain('In 1952');
  await expect.poll(() => accessibleNames(tab)).toContain('Show all');
  // Nothing is pressed before it is asked for.
  expect(await tab.evaluate(() => document.querySelector('.more')?.textContent)).toBe('Continue reading');
  // Pages that draw themselves anew put another button in its place.
  await tab.evaluate(() => {
    const button = document.querySelector('.more');
    button?.replaceWith(button.cloneNode(true));
  });

  await tab.press('s');
  await expect.poll(() => accessibleText(tab)).toContain('Undo');
  await tab.clickNamed('Show all', 'button');
  await expect.poll(() => textOf(tab)).toContain('nobody was at home');
  expect(await textOf(tab)).toContain('In 1952 the weights');
  await expect.poll(() => accessibleNames(tab)).not.toContain('Show all');
  expect(await tab.url()).toBe(used.site.url('/en/shows-part.html'));
  // The save was made just before: it can still be undone.
  await tab.clickNamed('Undo', 'button');
  await expect.poll(async () => (await accessibleText(tab)).split('\n')).toContain('Save');

  await tab.press('Escape');
  await tab.waitFor(overlayIsGone);
  expect(await tab.evaluate(() => document.querySelectorAll('.story-body p').length)).toBe(6);
  await tab.close();
});

test('Show all reads what the page has shown since by itself, as where full view was closed over an earlier press', async () => {
  const tab = await openOverlay(used, '/en/shows-part.html?late');
  await expect.poll(() => accessibleNames(tab)).toContain('Show all');
  await tab.evaluate(() => document.querySelector<HTMLElement>('.more')?.click());
  await tab.waitFor(() => !document.querySelector('.more'));
  await tab.clickNamed('Show all', 'button');
  await expect.poll(() => textOf(tab)).toContain('nobody was at home');
  await expect.poll(() => accessibleNames(tab)).not.toContain('Show all');
  await tab.close();
});

test('Show all works on a Chinese page, and is not offered again after it was dismissed', async () => {
  const tab = await openOverlay(used, '/zh-Hans/shows-part.html');
  await tab.clickNamed('Show all', 'button');
  await expect.poll(() => textOf(tab)).toContain('想下一张');
  await tab.close();

  const other = await openOverlay(used, '/zh-Hans/shows-part.html?other');
  await other.clickNamed('Not now', 'button');
  await expect.poll(() => accessibleNames(other)).not.toContain('Show all');
  expect(await textOf(other)).not.toContain('想下一张');
  expect(await other.evaluate(() => document.querySelector('.unfold')?.textContent)).toBe('展开剩余 60%');
  await other.close();
});
