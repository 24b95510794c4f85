import { expect, test } from 'vitest';
import { openOverlay, openSavedCopy } from '../steps/open-surfaces.ts';
import { useBrowser } from '../use-browser.ts';

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
  '%s: headings and texts of the list are drawn with the glyphs of their own language',
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

/** Whose quotes, dashes and ellipses each language has. */
const MARKS = [
  ['zh-CN', 'Recto Hei SC'],
  ['zh-TW', 'Recto Hei TC'],
  ['ja', 'Recto Gothic JP'],
] as const;

/** Runs in a page of Recto's own, as above: the fonts of its sentences. */
function fontsOfSentences(lang: string): string[] | null {
  document.documentElement.lang = lang;
  const found = document.querySelectorAll('.empty p:not(.empty-title), .settings p:not(.page *), .steps p:not(.ui)');
  return found.length > 0 ? Array.from(found, (sentence) => getComputedStyle(sentence).fontFamily) : null;
}

test.each(MARKS)(
  "%s: the interface has the quotation marks of the language's own font, as articles have",
  async (lang, face) => {
    for (const page of ['welcome', 'library', 'library#settings']) {
      const tab = await used.browser.openRecto(page);
      for (const fonts of await tab.waitFor(fontsOfSentences, lang))
        expect([page, fonts]).toEqual([page, expect.stringMatching(new RegExp(`^"?${face}"?,`))]);
      await tab.close();
    }
  },
);

/** Titles in scripts without capitals and in one that has them; how high their lines are; the text, if in another script. */
const TITLES: [string, string, number, string?][] = [
  ['th', 'ห้องสมุดริมน้ำแห่งใหม่เปิดให้บริการในกรุงเทพฯ เมื่อวันอังคารที่ผ่านมา', 1.4],
  ['he', 'ספרייה חדשה נפתחה על גדות הירקון', 1.4],
  ['ur', 'راوی کے کنارے نیا کتب خانہ کھل گیا', 2],
  ['ar', 'iPhone 17', 1.4, 'افتتحت مكتبة جديدة على ضفة النهر في المدينة القديمة'],
  ['ru', 'На берегу реки открылась новая библиотека', 1.14],
];

test.each(TITLES)(
  '%s: the lines of a title and the height of figures are those of its script',
  async (lang, title, height, sentence = title) => {
    const text = `<p>${`${sentence} 1911. `.repeat(8)}</p>`;
    used.site.serve(
      '/tall.html',
      `<!doctype html><html lang="${lang}"><title>${title}</title><h1>${title}</h1>${text.repeat(3)}`,
    );
    const overlay = await openOverlay(used, '/tall.html');
    const [line, figures] = await overlay.waitFor(() => {
      const roots = Array.from(document.documentElement.children, ({ shadowRoot }) => shadowRoot);
      const find = (part: string) => roots.map((root) => root?.querySelector(part)).find((found) => found);
      const [head, first] = [find('.page-title'), find('.page-body p')];
      if (!head || !first) return null;
      const { lineHeight, fontSize } = getComputedStyle(head);
      return [Number.parseFloat(lineHeight) / Number.parseFloat(fontSize), getComputedStyle(first).fontVariantNumeric];
    });
    expect(line).toBeCloseTo(height);
    expect(figures).toMatch(height > 1.2 ? /^lining-nums/ : /oldstyle-nums/);
    await overlay.close();
  },
);

const ARTICLE = `<!doctype html><html lang="ja"><title>渡し守の手帳</title><article><h1>渡し守の手帳</h1>
${'<p>川辺の渡し場には、橋ができてからも一人の渡し守が残っていた。客は日に三人ほどで、たいていは釣りに行く年寄りだった。</p>'.repeat(4)}
<h2>川の色</h2><figure><img src="/pictures/oven.png" width="640" height="400" alt="渡し場"><figcaption>渡し場の朝、対岸から。</figcaption></figure>
${'<p>手帳は三十一冊になった。彼の話では、大事なのは水の音であって、色はあとからついてくるのだという。</p>'.repeat(4)}
<h2>最後の日</h2><p>最後の日、渡し守は舟を岸に引き上げ、櫓を家に持ち帰った。手帳は図書館の棚に並んでいる。</p></article></html>`;

test('the contents and the caption of an enlarged picture are drawn with the glyphs of the article’s language, not of the interface’s', async () => {
  used.site.serve('/ja/ferry.html', ARTICLE);
  const reader = await openSavedCopy(used, await openOverlay(used, '/ja/ferry.html'));
  const fontsOf = (selector: string) =>
    reader.waitFor((wanted) => {
      const element = document.querySelector(wanted);
      return element?.textContent && getComputedStyle(element).fontFamily;
    }, selector);
  for (const lang of ['en', 'zh-TW']) {
    await reader.evaluate((wanted) => {
      document.documentElement.lang = wanted;
    }, lang);
    expect(await fontsOf('.contents bdi')).toMatch(/ JP\b|Hiragino/);
    expect(await fontsOf('.contents bdi')).not.toMatch(/ SC\b| TC\b|YaHei|JhengHei/);
    // Kept pictures may come to the text a moment later.
    await reader.waitFor(() => document.querySelector('.page-body img'));
    await reader.press('v');
    expect(await fontsOf('.lightbox-caption')).toMatch(/ JP\b|Hiragino/);
    expect(await fontsOf('.lightbox-caption')).not.toMatch(/ SC\b| TC\b|YaHei|JhengHei/);
    await reader.press('Escape');
    await reader.waitFor(() => document.querySelector('.lightbox') === null);
  }
});
