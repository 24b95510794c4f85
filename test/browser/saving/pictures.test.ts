import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { allowedExtension } from '../driver/allowed-extension.ts';
import { browserUnderTest } from '../driver/launch-browser.ts';
import { type UsedBrowser, useBrowser } from '../use-browser.ts';
import { ALL_BUT_THE_GONE_ONE, GONE, openOffline, picturesAre, pressSave, readReceipt } from './saved-gallery.ts';

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

  test('a save stores the pictures that the page can read, says how many, and shows them offline', async () => {
    expect(await saveGallery(used)).toMatch(/^Saved with 2 of 7 pictures · .* kB$/);
    const reader = await openOffline(used);
    const refused = ['A second oven', 'The harbour at noon', 'The oven with its door open', 'The harbour in fog'];
    await picturesAre(reader, {
      drawn: ['The harbour from the office window', 'The oven in the galley'],
      framed: [...refused.map((alt) => `${alt}Not kept · Keep it`), GONE],
    });
  });
});

describe('once the sites are allowed', () => {
  const used = useBrowser({ extension: allowedExtension(browserUnderTest()) });

  test('the background fetches the rest without a referrer, then with the article’s, and does not take another picture for it', async () => {
    await saveGallery(used);
    const reader = await openOffline(used);
    await picturesAre(reader, { drawn: ALL_BUT_THE_GONE_ONE, framed: [GONE] });
  });

  test('a web page cannot make Recto request anything in the user’s own network, by whatever name', async () => {
    const { site, browser } = used;
    const text = 'The lamp has been electric since 1974 and has needed nobody since 1998. '.repeat(9);
    const pictures = ['localhost./own.png', '10.0.0.7./own.png', 'pictures.example/plain/oven.png'];
    const figures = pictures.map(
      (address) => `<img src="http://${address}" alt="${address}" width="640" height="400">`,
    );
    const body = `<h1>The router</h1>${figures.map((figure) => `<p>${text}</p><figure>${figure}</figure>`).join('')}`;
    site.serve('/own.html', `<!doctype html><html lang="en"><title>The router</title><article>${body}</article>`);
    site.serve('/own.png', readFileSync(join(import.meta.dirname, '../../site/pictures/oven.png')));
    const tab = await browser.open(site.url('/own.html', 'news.example'));
    const own = site.hold('/own.png', 'of-background');
    const popup = await tab.pressToolbar();
    await popup.clickNamed('Save', 'button');
    expect(await readReceipt(popup)).toMatch(/^Saved with 1 of 3 pictures/);
    expect(own.waiting()).toBe(0);
  });
});
