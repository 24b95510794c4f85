import { test } from 'vitest';
import { barStays } from '../steps/bar-stays.ts';
import { openOverlay, openSavedCopy } from '../steps/open-surfaces.ts';
import { useBrowser } from '../use-browser.ts';

const used = useBrowser();

test('the bar stays when a kept picture comes to its place above the text, after the reader went there', async () => {
  const copy = await openSavedCopy(used, await openOverlay(used, '/en/handbook.html'), 'Save');
  await copy.evaluate(() => {
    const [, second] = document.querySelectorAll('.page-body h2');
    second?.scrollIntoView();
  });
  const id = await copy.evaluate(() => location.hash.slice(1));
  await copy.waitFor(async (id) => {
    const input = { id };
    const reply = await chrome.runtime.sendMessage({ protocol: 'recto/1', name: 'article.open', input });
    return reply.value?.metadata?.position?.block > 0;
  }, id);
  await copy.close();
  const again = await used.browser.openRecto(`reader#${id}`);
  await again.waitFor(() => {
    const picture = document.querySelector<HTMLImageElement>('.page-body img');
    return picture?.complete && picture.naturalWidth > 0 && picture.getBoundingClientRect().bottom < 100;
  });
  await barStays(again, 'Archive');
  await again.close();
});
