import { describe, expect, test } from 'vitest';
import { allowedExtension } from './driver/allowed-extension.ts';
import { browserUnderTest } from './driver/launch-browser.ts';
import { ALL_BUT_THE_GONE_ONE, openOffline, pressSave, readPictures, readReceipt } from './saved-gallery.ts';
import { type UsedBrowser, useBrowser } from './use-browser.ts';

/** Saves the gallery in the popup and gives the receipt once no picture waits. */
async function saveGallery(used: UsedBrowser): Promise<string> {
  const popup = await pressSave(used);
  const line = await readReceipt(popup);
  await popup.close();
  return line;
}

describe('without access to other sites', () => {
  const used = useBrowser();

  test('installing Recto warns of nothing', async () => {
    expect(await used.browser.installWarnings()).toEqual([]);
  });

  test('a save keeps what the page can read, says so, and draws it offline', async () => {
    expect(await saveGallery(used)).toMatch(/^Saved with 2 of 7 pictures · .* kB$/);
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
    expect(drawn).toEqual(ALL_BUT_THE_GONE_ONE);
    expect(framed).toEqual(['A picture that is goneNot kept: Keep it']);
  });
});
