import { describe, expect, test } from 'vitest';
import { allowedExtension } from './driver/allowed-extension.ts';
import type { Tab } from './driver/browser-driver.ts';
import { browserUnderTest } from './driver/launch-browser.ts';
import { type UsedBrowser, useBrowser } from './use-browser.ts';

const GALLERY = 'Seven pictures from the harbour';

/** Saves the gallery in the popup and gives the receipt once no picture waits. */
async function saveGallery({ browser, site }: UsedBrowser): Promise<string> {
  const tab = await browser.open(site.url('/en/gallery.html'));
  await tab.waitFor(() => [...document.images].slice(0, 6).every(({ complete }) => complete));
  const popup = await tab.pressToolbar();
  await popup.clickNamed('Save', 'button');
  const line = await popup.waitFor(() => {
    const said = document.querySelector('.notice-text')?.textContent ?? '';
    return /^Saved with/.test(said) ? said : '';
  });
  await popup.close();
  return line;
}

/** Opens the saved gallery with the network cut; fails when anything is asked for. */
async function openOffline({ browser, site }: UsedBrowser): Promise<Tab> {
  const list = await browser.openRecto('library');
  await list.clickNamed(GALLERY, 'link');
  const reader = await browser.waitForTab('/src/reader/reader.html');
  await reader.waitFor(() => document.querySelector('.page-body p'));
  site.goOffline();
  site.forget();
  await reader.reload();
  await reader.waitFor(() => [...document.images].every(({ complete }) => complete) && document.images.length > 0);
  expect(site.requests()).toEqual([]);
  site.goOnline();
  return reader;
}

/** Runs in the reader tab: alt texts of pictures that are really drawn, and of frames. */
function readPictures(): { drawn: string[]; framed: string[] } {
  return {
    drawn: [...document.querySelectorAll<HTMLImageElement>('.page-body img')]
      .filter(({ naturalWidth, src }) => naturalWidth > 0 && src.startsWith('blob:'))
      .map(({ alt }) => alt),
    framed: [...document.querySelectorAll('.page-body .missing')].map((frame) => frame.textContent ?? ''),
  };
}

describe('without access to other sites', () => {
  const used = useBrowser();

  test('installing Recto warns of nothing', async () => {
    expect(await used.browser.installWarnings()).toEqual([]);
  });

  test('a save keeps what the page can read, says so, and draws it offline', async () => {
    expect(await saveGallery(used)).toBe('Saved with 2 of 7 pictures');
    const reader = await openOffline(used);
    const { drawn, framed } = await reader.evaluate(readPictures);
    expect(drawn).toEqual(['The harbour from the office window', 'The oven in the galley']);
    expect(framed).toHaveLength(5);
    expect(framed[0]).toBe('A second ovenNot kept: Keep it');
  });
});

describe('once the sites are allowed', () => {
  const used = useBrowser({ extension: allowedExtension(browserUnderTest()) });

  test('the background fetches the rest: without a referrer, then with the article’s, and takes no other picture for one', async () => {
    await saveGallery(used);
    const reader = await openOffline(used);
    const { drawn, framed } = await reader.evaluate(readPictures);
    expect(drawn).toEqual([
      'The harbour from the office window',
      'The oven in the galley',
      'A second oven',
      'The harbour at noon',
      'The oven with its door open',
      'The harbour in fog',
    ]);
    expect(framed).toEqual(['A picture that is goneNot kept: Keep it']);
  });
});
