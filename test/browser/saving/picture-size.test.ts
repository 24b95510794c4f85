import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { useBrowser } from '../use-browser.ts';
import { GALLERY, openOffline, readReceipt } from './saved-gallery.ts';

const used = useBrowser();
const PAGE = readFileSync(join(import.meta.dirname, '../../site/en/gallery.html'), 'utf8');
const ALT = 'The harbour from the office window';

/** Runs in a page: a picture of 1,600 by 1,000 pixels that no format keeps in a few bytes. Gives it in base64. */
function drawWide(): string {
  const canvas = Object.assign(document.createElement('canvas'), { width: 1600, height: 1000 });
  const brush = canvas.getContext('2d');
  for (let at = 0; brush && at < 4000; at += 1) {
    brush.fillStyle = `hsl(${(at * 137) % 360} 60% ${30 + (at % 50)}%)`;
    brush.fillRect((at * 389) % 1600, (at * 211) % 1000, 90, 60);
  }
  return canvas.toDataURL('image/png').split(',')[1] ?? '';
}

/** Saves the gallery, with a wide picture in the first place, and gives the size of what was kept of that. */
async function keepWide(title: string, address: string): Promise<number[]> {
  const { browser, site } = used;
  site.serve(address, PAGE.replaceAll(GALLERY, title).replace('/pictures/harbour.png', `${address}.png`));
  const tab = await browser.open(site.url(address));
  site.serve(`${address}.png`, Buffer.from(await tab.evaluate(drawWide), 'base64'), { 'content-type': 'image/png' });
  await tab.reload();
  await tab.waitFor(() => [...document.images].slice(0, 6).every(({ complete }) => complete));
  const popup = await tab.pressToolbar();
  await popup.clickNamed('Save', 'button');
  await readReceipt(popup);
  await popup.close();
  const reader = await openOffline(used, title);
  const size = await reader.waitFor((alt: string) => {
    const found = [...document.querySelectorAll<HTMLImageElement>('.page-body img')].find((image) => image.alt === alt);
    return found?.naturalWidth ? [found.naturalWidth, found.naturalHeight] : null;
  }, ALT);
  await reader.close();
  await tab.close();
  return size;
}

async function choose(label: string, stored: number): Promise<void> {
  const settings = await used.browser.openRecto('library#settings');
  await settings.clickNamed(label, 'radio');
  await settings.waitFor(async (wanted: number) => {
    const key = 'settings.pictureWidth';
    return (await chrome.storage.local.get(key))[key] === wanted;
  }, stored);
  await settings.close();
}

test('a wide picture is stored at the chosen width, or unchanged if that was chosen', async () => {
  await choose('Up to 800 pixels wide', 800);
  expect(await keepWide('Pictures made small', '/en/small.html')).toEqual([800, 500]);
  await choose('As they are', 0);
  expect(await keepWide('Pictures as they are', '/en/whole.html')).toEqual([1600, 1000]);
});
