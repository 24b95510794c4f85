import { expect, test } from 'vitest';
import type { Tab } from '../driver/browser-driver.ts';
import { accessibleNames, accessibleText } from '../steps/accessible-names.ts';
import { openOverlay, openSavedCopy } from '../steps/open-surfaces.ts';
import { useBrowser } from '../use-browser.ts';

const used = useBrowser({ locale: 'ar' });

/** Runs in an extension page: its language and direction, and whether it is wider than its window. */
function readPage() {
  const { lang, dir, scrollWidth, clientWidth } = document.documentElement;
  return { lang, dir, overflow: scrollWidth - clientWidth };
}

const RIGHT_TO_LEFT = { lang: 'ar', dir: 'rtl', overflow: 0 };

/** Runs in a page: whether the first element begins further right than the second. */
function standsRightOf(first: string, second: string): boolean {
  const [a, b] = [first, second].map((selector) => document.querySelector(selector)?.getBoundingClientRect());
  return a !== undefined && b !== undefined && a.left > b.left;
}

test('the popup is right-to-left, and an English article in it is left-to-right', async () => {
  const tab = await used.browser.open(used.site.url('/en/news.html'));
  const popup = await tab.pressToolbar();
  await popup.waitFor(() => document.querySelector('.page-body p'));
  expect(await popup.evaluate(readPage)).toEqual(RIGHT_TO_LEFT);
  await expect
    .poll(() => accessibleNames(popup, 'button'))
    .toEqual(expect.arrayContaining(['حفظ', 'العرض الكامل', 'قائمة القراءة']));
  expect(await popup.evaluate(standsRightOf, '.popup-bar button', '.popup-bar button:last-of-type')).toBe(true);
  expect(
    await popup.evaluate(() => getComputedStyle(document.querySelector('.page-body p') as Element).direction),
  ).toBe('ltr');
  await popup.close();
});

test('choices stand in one line: the Arabic names of typefaces fit the panel', async () => {
  const tab = await used.browser.open(used.site.url('/ar/news.html'));
  const popup = await tab.pressToolbar();
  await popup.waitFor(() => document.querySelector('.page-body p'));
  await popup.press('a');
  const lines = await popup.waitFor(() => {
    const rows = Array.from(document.querySelectorAll('.type-panel .choices-row'), ({ children }) => [...children]);
    const tops = rows.map((choices) => choices.map((choice) => Math.round(choice.getBoundingClientRect().top)));
    return rows.length > 1 ? tops.map((row) => new Set(row).size) : null;
  });
  expect(lines).toEqual(lines.map(() => 1));
  await popup.close();
  await tab.close();
});

test('overlay, saved copy and list are right-to-left, and arrows point along the text', async () => {
  const overlay = await openOverlay(used, '/en/handbook.html');
  const directions = await overlay.evaluate(() => {
    const host = Array.from(document.documentElement.children).find(({ shadowRoot }) => shadowRoot);
    const parts = ['dialog', '.page', '.overlay-end'];
    const [dialog, page, end] = parts.map((part) => host?.shadowRoot?.querySelector<HTMLElement>(part));
    return { dir: dialog?.dir, lang: dialog?.lang, page: page?.dir, end: end?.dir, endLang: end?.lang };
  });
  // What can be pressed at the end of the article is no part of it.
  expect(directions).toEqual({ dir: 'rtl', lang: 'ar', page: 'ltr', end: 'rtl', endLang: 'ar' });
  await looksAtPictures(overlay);

  const saved = await openSavedCopy(used, overlay, 'حفظ');
  expect(await saved.evaluate(readPage)).toEqual(RIGHT_TO_LEFT);
  const end = await saved.waitFor(() => {
    const controls = document.querySelector<HTMLElement>('.page .reader-end');
    return controls && [controls.closest('[lang]')?.getAttribute('lang'), getComputedStyle(controls).direction];
  });
  expect(end).toEqual(['ar', 'rtl']);
  await saved.close();

  const list = await used.browser.openRecto('library');
  await list.waitFor(() => document.querySelector('.row-title'));
  expect(await list.evaluate(readPage)).toEqual(RIGHT_TO_LEFT);
  expect(await list.evaluate(standsRightOf, '.rail', 'main')).toBe(true);
  await list.clickNamed('الإعدادات', 'link');
  await list.waitFor(() => document.querySelector('.settings .type-panel'));
  expect(await list.evaluate(readPage)).toEqual(RIGHT_TO_LEFT);
});

test('a Latin tag in an Arabic row loses its end where there is no room, and keeps a distance from the day', async () => {
  const list = await used.browser.openRecto('library');
  await list.waitFor(() => document.querySelector('.row-title'));
  await list.evaluate(async () => {
    const ask = (name: string, input: object) => chrome.runtime.sendMessage({ protocol: 'recto/1', name, input });
    const { items } = (await ask('library.list', { place: 'list', limit: 9 })).value;
    await ask('article.tag', {
      ids: items.map(({ id }: { id: string }) => id),
      add: ['sea', 'a_tag_without_any_space_in_it_at_all'],
    });
  });
  const readTag = () => {
    const [short, long] = document.querySelectorAll('.row-tag > bdi');
    const tag = short?.parentElement?.getBoundingClientRect();
    const day = short?.parentElement?.previousElementSibling?.getBoundingClientRect();
    if (!long || !tag || !day) return null;
    const isCut = long.clientWidth > 0 && long.scrollWidth > long.clientWidth;
    return { isCut, direction: getComputedStyle(long).direction, isApart: day.left - tag.right > 4 };
  };
  const wanted = { isCut: true, direction: 'ltr', isApart: true };
  expect(await list.waitFor(readTag)).toEqual(wanted);
  await list.close();
  const tab = await used.browser.open(used.site.url('/not-articles/search.html'));
  const popup = await tab.pressToolbar();
  expect(await popup.waitFor(readTag)).toEqual(wanted);
  await popup.close();
});

test('what is told of a long Latin title in Arabic shows its beginning, and what stands at its end stays there', async () => {
  const list = await used.browser.openRecto('library');
  await list.evaluate(async () => {
    const title = `Who has seen the tide${' come in and go out again'.repeat(20)}?`;
    const input = { url: 'https://news.example/tide', title };
    await chrome.runtime.sendMessage({ protocol: 'recto/1', name: 'link.save', input });
  });
  await list.waitFor(() => document.querySelector('.row-title')?.textContent?.startsWith('Who') || null);
  await list.press('j');
  await list.press('#');
  /** Where the title's first letters stand in the line that tells of it, from its sides. */
  const told = await list.waitFor(() => {
    const line = document.querySelector('.undo p');
    const texts = line && document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    let title = texts?.nextNode();
    while (title && !title.nodeValue?.includes('Who')) title = texts?.nextNode();
    if (!line || !title) return null;
    const range = new Range();
    range.setStart(title, title.nodeValue?.indexOf('Who') ?? 0);
    range.setEnd(title, range.startOffset + 3);
    const [first, whole] = [range.getBoundingClientRect(), line.getBoundingClientRect()];
    const said = document.querySelector('.undo-told')?.textContent ?? '';
    return { isShown: first.width > 0 && first.left >= whole.left && first.right < whole.right, said };
  });
  expect(told.isShown).toBe(true);
  expect(told.said).toMatch(/^حُذف: \u2068Who.*again\?\u2069$/);
  await list.close();
});

test('keys that are pressed together, and what is typed, stand in Arabic text in the order of the page', async () => {
  const keys = [
    '<p>اضغط <kbd>Ctrl</kbd>+<kbd>S</kbd> للحفظ، ثم افتح القائمة من جديد كي ترى ما حفظته في هذا اليوم.</p>',
    '<p>اضغط <kbd>Ctrl</kbd>+<kbd>-</kbd> لتصغير الخط، ثم افتح القائمة من جديد كي ترى ما حفظته في هذا اليوم.</p>',
    '<p>اكتب <kbd>cat <b>./</b></kbd> في النافذة، ثم افتح القائمة من جديد كي ترى ما حفظته في هذا اليوم.</p>',
    '<p>اكتب <kbd><b>--</b><i>help</i></kbd> في النافذة، ثم افتح القائمة من جديد كي ترى ما حفظته في هذا اليوم.</p>',
  ].join('');
  const page = `<!doctype html><html lang="ar" dir="rtl"><title>مفاتيح</title><meta property="og:type" content="article">
    <article><h1>مفاتيح</h1>${keys.repeat(3)}</article></html>`;
  used.site.serve('/ar/keys.html', page);
  const overlay = await openOverlay(used, '/ar/keys.html');
  /** The characters of each paragraph's keys, as they stand from left to right. */
  const shown = await overlay.evaluate(() => {
    const page = document.documentElement.lastElementChild?.shadowRoot?.querySelector('.page-body');
    return Array.from(page?.querySelectorAll('p') ?? [], (paragraph) => {
      const texts = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
      const characters: { text: string; left: number }[] = [];
      for (let node = texts.nextNode(); node; node = texts.nextNode())
        for (let at = 0; at < (node.nodeValue ?? '').length && node.parentElement?.closest('kbd'); at += 1) {
          const range = new Range();
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          characters.push({ text: String(range), left: range.getBoundingClientRect().left });
        }
      return characters
        .sort((a, b) => a.left - b.left)
        .map(({ text }) => text)
        .join('');
    }).slice(0, 4);
  });
  expect(shown).toEqual(['CtrlS', 'Ctrl-', 'cat ./', '--help']);
  await overlay.close();
});

test('lines and cells that an Arabic page sets at the right begin there, as the rest of its text', async () => {
  const line = 'كان الحارس يقرأ ارتفاع المد كل صباح، ثم يكتب ما قرأه في الدفتر قبل أن يعود.';
  const cells =
    '<tr><td>الاثنين</td><td align="right">4.31</td></tr><tr><td>الثلاثاء</td><td align="right">14.40</td></tr>';
  const page = `<!doctype html><html lang="ar" dir="rtl"><title>المد</title><meta property="og:type" content="article">
    <article><h1>المد</h1><p style="text-align: right">${line}</p><p>${line.repeat(4)}</p><p>${line.repeat(4)}</p>
    <table><tr><th>اليوم</th><th align="right">الارتفاع</th></tr>${cells}</table></article></html>`;
  used.site.serve('/ar/right.html', page);
  const overlay = await openOverlay(used, '/ar/right.html');
  /** How far the text of each paragraph and number is from where its box begins. */
  const away = await overlay.evaluate(() => {
    const body = document.documentElement.lastElementChild?.shadowRoot?.querySelector('.page-body');
    return Array.from(body?.querySelectorAll('p, td + td') ?? [], (block) => {
      const text = document.createRange();
      text.selectNodeContents(block);
      const { paddingRight } = getComputedStyle(block);
      const gap = block.getBoundingClientRect().right - text.getBoundingClientRect().right;
      return Math.round(gap - Number.parseFloat(paddingRight));
    });
  });
  expect(away).toEqual([0, 0, 0, 0, 0]);
  await overlay.close();
});

test('the welcome page, with its article in Arabic, and the permission page are right-to-left', async () => {
  const welcome = await used.browser.openRecto('welcome');
  await welcome.waitFor(() => document.querySelector('.steps'));
  expect(await welcome.evaluate(readPage)).toEqual(RIGHT_TO_LEFT);
  await welcome.clickNamed('فتح مقال', 'button');
  expect(
    await welcome.waitFor(() => {
      const page = document.querySelector<HTMLElement>('.page');
      return page && { dir: page.dir, lang: page.lang, title: page.querySelector('h1')?.textContent };
    }),
  ).toEqual({ dir: 'rtl', lang: 'ar', title: 'المتن والحاشية' });
  const permission = await used.browser.openRecto('permission');
  await permission.waitFor(() => document.querySelector('h1'));
  expect(await permission.evaluate(readPage)).toEqual(RIGHT_TO_LEFT);
});

/** ← shows the next picture, → the one before it. */
async function looksAtPictures(overlay: Tab): Promise<void> {
  await overlay.press('v');
  await expect.poll(() => accessibleText(overlay)).toContain('A harbour wall with a stone shaft beside it');
  await overlay.press('ArrowLeft');
  await expect.poll(() => accessibleText(overlay)).toContain('A row of brass pulleys');
  await overlay.press('ArrowRight');
  await expect.poll(() => accessibleText(overlay)).not.toContain('A row of brass pulleys');
  await overlay.press('Escape');
  await expect.poll(() => accessibleText(overlay)).toContain('How the tide was computed');
}
