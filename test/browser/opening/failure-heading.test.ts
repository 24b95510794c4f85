import { expect, test } from 'vitest';
import type { View } from '../driver/browser-driver.ts';
import { extensionWithOpenRoots } from '../steps/axe-surfaces.ts';
import { boxesOf } from '../steps/boxes-of.ts';
import { useBrowser } from '../use-browser.ts';

// Roots that are open, so that what is said in place of the article can be read; nothing else differs.
const used = useBrowser({ extension: extensionWithOpenRoots() });

/** Runs in a page: the fonts of the heading that says why there is no article, in whatever root. */
function headingFont(): string | null {
  const find = (root: ParentNode): Element | null =>
    root.querySelector('.reader-message h1') ??
    Array.from(root.querySelectorAll('*'), ({ shadowRoot }) => shadowRoot && find(shadowRoot)).find(Boolean) ??
    null;
  const heading = find(document);
  return heading && getComputedStyle(heading).fontFamily;
}

test('the message in place of an article has its heading in the book typeface, as all headings', async () => {
  const overlay = await used.browser.open(used.site.url('/not-articles/search.html'));
  await overlay.pressShortcut('toggle-reader');
  await overlay.waitFor(boxesOf, '.reader-message h1');
  const missing = await used.browser.openRecto('reader#none');
  for (const view of [overlay, missing] as View[]) {
    await view.waitFor(boxesOf, '.reader-message h1');
    expect(await view.evaluate(headingFont)).toMatch(/^(?!.*(system-ui|sans)).*Charter.*serif$/);
  }
});

test('in Chinese and Japanese that heading is sans, in full view too', async () => {
  const overlay = await used.browser.waitForTab('/not-articles/search.html');
  for (const lang of ['zh-CN', 'ja']) {
    await overlay.evaluate((wanted) => {
      const dialog = document.documentElement.lastElementChild?.shadowRoot?.querySelector('dialog');
      if (dialog) dialog.lang = wanted;
    }, lang);
    expect([lang, await overlay.evaluate(headingFont)]).toEqual([
      lang,
      expect.stringMatching(/^(?!.*Charter).*sans-serif$/),
    ]);
  }
});
