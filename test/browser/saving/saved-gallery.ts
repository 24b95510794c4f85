import { expect } from 'vitest';
import type { Popup, Tab } from '../driver/browser-driver.ts';
import type { UsedBrowser } from '../use-browser.ts';

/** The pictures of the gallery that can be kept, once Recto may ask every site. */
export const ALL_BUT_THE_GONE_ONE = [
  'The harbour from the office window',
  'The oven in the galley',
  'A second oven',
  'The harbour at noon',
  'The oven with its door open',
  'The harbour in fog',
];

export const GALLERY = 'Seven pictures from the harbour';

/** Opens the gallery, and presses Save in the popup once its pictures have loaded. */
export async function pressSave({ browser, site }: UsedBrowser): Promise<Popup> {
  const tab = await browser.open(site.url('/en/gallery.html'));
  await tab.waitFor(() => [...document.images].slice(0, 6).every(({ complete }) => complete));
  site.forget();
  const popup = await tab.pressToolbar();
  await popup.clickNamed('Save', 'button');
  return popup;
}

/** The receipt once no picture waits. */
export const readReceipt = (popup: Popup): Promise<string> =>
  popup.waitFor(() => {
    const said = document.querySelector('.notice-text')?.textContent ?? '';
    return /^Saved with/.test(said) ? said : '';
  });

/** Opens the saved gallery with the network cut; fails when anything is asked for. */
export async function openOffline({ browser, site }: UsedBrowser, title = GALLERY): Promise<Tab> {
  const list = await browser.openRecto('library');
  await list.clickNamed(title, 'link');
  const reader = await browser.waitForTab('/src/reader/reader.html');
  await reader.waitFor(() => document.querySelector('.page-body p'));
  site.goOffline();
  site.forget();
  await reader.reload();
  await reader.waitFor(() => [...document.images].every(({ complete }) => complete) && document.images.length > 0);
  const asked = site.requests();
  site.goOnline();
  if (asked.length > 0) throw new Error(`a saved article asked for ${asked.join(', ')}`);
  return reader;
}

/** Runs in the reader tab: alt texts of pictures that are really drawn, and what stands in the place of others. */
function readPictures(): { drawn: string[]; framed: string[] } {
  return {
    drawn: [...document.querySelectorAll<HTMLImageElement>('.page-body img')]
      .filter(({ naturalWidth, src }) => naturalWidth > 0 && src.startsWith('blob:'))
      .map(({ alt }) => alt),
    framed: [...document.querySelectorAll('.page-body .missing')].map((frame) => frame.textContent ?? ''),
  };
}

/** What stands in the place of the one picture that cannot be kept. */
export const GONE = 'A picture that is goneNot kept · Keep it';

/** Waits until these pictures are drawn, which takes the browser a moment, and these frames stand for the others. */
export const picturesAre = (reader: Tab, wanted: { drawn: readonly string[]; framed: readonly string[] }) =>
  expect.poll(() => reader.evaluate(readPictures)).toEqual(wanted);
