import { expect, test } from 'vitest';
import { useBrowser } from './use-browser.ts';

const used = useBrowser();

/** Languages of the interface; whose forms of characters each shows, as the names of fonts say it, and whose it never does. */
const FORMS = [
  ['zh-TW', / TC\b|JhengHei/, / SC\b|YaHei/],
  ['ja', / JP\b|Hiragino|Yu Gothic|Meiryo/, / SC\b|YaHei| TC\b/],
] as const;

/** Runs in a page of Recto's own: the fonts of what stands in the language of the interface, which is set to another. */
function fontsIn(lang: string): string[] | null {
  document.documentElement.lang = lang;
  const words = ['.column h1', '.search input', '.empty-title', '.settings h2', '.welcome h1', '.permission h1'];
  const found = words.flatMap((selector) => Array.from(document.querySelectorAll(selector)));
  return found.length > 0 ? found.map((element) => getComputedStyle(element).fontFamily) : null;
}

test.each(FORMS)(
  '%s: headings and what the list says have the forms of their own language',
  async (lang, own, other) => {
    for (const page of ['welcome', 'permission', 'library', 'library#settings']) {
      const tab = await used.browser.openRecto(page);
      await tab.waitFor(() => document.querySelector('.empty-title, .settings h2, .welcome h1, .permission h1'));
      for (const fonts of await tab.waitFor(fontsIn, lang)) {
        expect([page, fonts]).toEqual([page, expect.stringMatching(own)]);
        expect([page, fonts]).toEqual([page, expect.not.stringMatching(other)]);
      }
      await tab.close();
    }
  },
);
