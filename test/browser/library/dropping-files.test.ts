import { expect, test } from 'vitest';
import { useBrowser } from '../use-browser.ts';

const used = useBrowser();

/**
 * Runs in the settings: drags files with these contents over an element and drops them there, as the browser tells pages.
 * Gives whether the browser was kept from opening them in place of the page. No driver drags files in Firefox.
 */
function dropOn({ selector, texts }: { selector: string; texts: string[] }): boolean {
  const dataTransfer = new DataTransfer();
  for (const [at, text] of texts.entries()) dataTransfer.items.add(new File([text], `links-${at}.csv`));
  const tell = (type: string) =>
    document
      .querySelector(selector)
      ?.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true })) === false;
  return [tell('dragover'), tell('drop')].every(Boolean);
}

const linkTo = (name: string) => `title,url,time_added\n${name},https://news.example/${name},1600000000`;

test('a file that is dropped on Import is read, of several none, which is told, and one that falls beside it does not leave the settings', async () => {
  const tab = await used.browser.openRecto('library#settings/import');
  await tab.waitFor(() => document.querySelector('#import input[type=file]'));
  // It is listened for once the part has been painted.
  await tab.waitFor(dropOn, { selector: '.rail', texts: [linkTo('beside')] });
  expect(await tab.evaluate(dropOn, { selector: '#import', texts: [linkTo('one'), linkTo('other')] })).toBe(true);
  await tab.waitFor(() => document.querySelector('#import [role=alert]')?.textContent?.startsWith('Several files'));
  expect(await tab.evaluate(dropOn, { selector: '#import', texts: [linkTo('alone')] })).toBe(true);
  // Of several the first would be under way by now, and this one refused.
  await tab.waitFor(() => document.querySelector('#import .intake .button'));
  await tab.evaluate(() => document.querySelector<HTMLElement>('#import .intake .button')?.click());
  await tab.waitFor(() => document.querySelector('#import .facts'));
  await tab.clickNamed(/^Reading list/, 'link');
  const titles = () => [...document.querySelectorAll('main .row-title')].map(({ textContent }) => textContent);
  await tab.waitFor(() => document.querySelector('main .row-title'));
  expect(await tab.evaluate(titles)).toEqual(['alone']);
  await tab.close();
});
