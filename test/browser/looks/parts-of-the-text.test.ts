import { expect, test } from 'vitest';
import { openOverlay } from '../steps/open-surfaces.ts';
import { useBrowser } from '../use-browser.ts';

const used = useBrowser();

const SENTENCE = 'The harbour freezes from the north, and the women who mend the nets are the first to notice it. ';
const PARAGRAPH = `<p>${SENTENCE.repeat(3)}</p>`;
const PICTURE =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='300' height='200' viewBox='0 0 300 200'%3E%3Crect width='300' height='200' fill='%23889'/%3E%3Ccircle cx='150' cy='100' r='60' fill='%23dda'/%3E%3Cpath d='M0 200L100 80L180 160L220 120L300 200Z' fill='%23465'/%3E%3C/svg%3E";

const image = (alt: string): string => `<img width="300" height="200" alt="${alt}" src="${PICTURE}">`;

const page = (body: string): string => `<!doctype html><html lang="en"><title>Ice</title>${body}</html>`;

/** Runs in the page: the element of the overlay that a selector finds, as it is laid out; null where there is none. */
function boxOf(selector: string) {
  for (const host of Array.from(document.documentElement.children)) {
    const element = host.shadowRoot?.querySelector(`.page-body ${selector}`);
    if (!element) continue;
    const { top, bottom, left, right } = element.getBoundingClientRect();
    const { borderBlockStartWidth, textIndent, textDecorationLine } = getComputedStyle(element);
    const [rule, indent] = [Number.parseFloat(borderBlockStartWidth), Number.parseFloat(textIndent)];
    return { top, bottom, left, right, ruled: rule > 0, indent, line: textDecorationLine };
  }
  return null;
}

test('a wide picture stands above its paragraph, a collapsible heading has a sign beside it, and two rules are drawn as one', async () => {
  used.site.serve(
    '/en/unfolding.html',
    page(
      `<article><h1>Ice</h1><p><img width="300" height="200" alt="" src="${PICTURE}">${SENTENCE.repeat(3)}<b>ice</b></p>` +
        `${PARAGRAPH}<details open><summary><h3>Rivers</h3></summary>${PARAGRAPH}</details>` +
        `<details><summary>More</summary>${PARAGRAPH}</details>${PARAGRAPH}${PARAGRAPH}</article>`,
    ),
  );
  const tab = await openOverlay(used, '/en/unfolding.html');
  const box = (selector: string) => tab.waitFor(boxOf, selector);
  expect(await tab.evaluate(boxOf, 'p img.apart')).not.toBeNull();
  const [first, second, summary, heading] = [
    await box('details'),
    await box('details + details'),
    await box('summary'),
    await box('summary > *'),
  ];
  expect(Math.abs(heading.top - summary.top)).toBeLessThan(2);
  expect([first.ruled, second.ruled]).toEqual([true, false]);
  expect(Math.abs(second.top - first.bottom)).toBeLessThan(2);
  await tab.close();
});

test('wide pictures that end a paragraph, or stand at a line break in it, have lines of their own and no empty one beside them', async () => {
  used.site.serve(
    '/en/at-the-end.html',
    page(
      `<article><h1>Ice</h1><p>${SENTENCE.repeat(2)}<b>ice</b>${image('last')}</p>${PARAGRAPH}` +
        `<p>${SENTENCE.repeat(2)}<a href="/en/ice.html">${image('linked')}</a></p>${PARAGRAPH}<p>${SENTENCE.repeat(2)}<br>${image('between')}<br><i>Then</i> ${SENTENCE.repeat(2)}</p>${PARAGRAPH}</article>`,
    ),
  );
  const tab = await openOverlay(used, '/en/at-the-end.html');
  const box = (selector: string) => tab.waitFor(boxOf, selector);
  const [before, last, between, after] = [
    await box('b'),
    await box('img[alt="last"]'),
    await box('img[alt="between"]'),
    await box('i'),
  ];
  expect(last.top - before.bottom).toBeGreaterThan(5);
  expect(last.top - before.bottom).toBeLessThan(30);
  expect(last.left).toBe(between.left);
  expect(after.top - between.bottom).toBeGreaterThan(5);
  expect(after.top - between.bottom).toBeLessThan(30);

  // Not even where a link is around the picture does the indent of a first line move it.
  await tab.press('a');
  await tab.clickNamed('More settings', 'button');
  await tab.clickNamed('Indented', 'radio');
  await expect.poll(async () => (await box('p + p')).indent).toBeGreaterThan(10);
  expect((await box('img[alt="linked"]')).left).toBe((await box('img[alt="last"]')).left);
  await tab.close();
});

test('a picture among paragraphs, in no box of its own, stands in the middle and as far from them as a figure', async () => {
  used.site.serve(
    '/en/among.html',
    page(
      `<article><h1>Ice</h1>${PARAGRAPH}${PARAGRAPH}${image('bare')}<p>Then ${SENTENCE.repeat(3)}</p>` +
        `<figure>${image('framed')}</figure><div lang="en-GB">${PARAGRAPH}\n${image('boxed')}\n${PARAGRAPH}</div></article>`,
    ),
  );
  const tab = await openOverlay(used, '/en/among.html');
  const box = (selector: string) => tab.waitFor(boxOf, selector);
  const [bare, framed, before] = [await box('img[alt="bare"]'), await box('img[alt="framed"]'), await box('p + p')];
  expect(bare.left).toBeCloseTo(framed.left, 0);
  expect(bare.left - before.left).toBeCloseTo(before.right - bare.right, 0);
  expect(bare.top - before.bottom).toBeGreaterThan(25);
  const [boxed, above] = [await box('div > img[alt="boxed"]'), await box('div > p')];
  expect(boxed.left).toBe(bare.left);
  expect(boxed.top - above.bottom).toBeCloseTo(bare.top - before.bottom, 0);
  await tab.close();
});

test('a line separates the posts of a thread', async () => {
  const posts = ['Ada', 'Ben', 'Cleo'].map(
    (author) =>
      `<article class="message message--post" data-author="${author}"><div class="message-inner"><div class="message-content"><div class="message-body"><div class="bbWrapper">${SENTENCE.repeat(2)}</div></div></div></div></article>`,
  );
  used.site.serve('/en/thread.html', page(`<h1>Ice</h1>${posts.join('')}`));
  const tab = await openOverlay(used, '/en/thread.html');
  const [first, second] = [await tab.waitFor(boxOf, 'article'), await tab.waitFor(boxOf, 'article + article')];
  expect([first.ruled, second.ruled]).toEqual([false, true]);
  expect(second.top - first.bottom).toBeGreaterThan(16);
  const above = async () => {
    const [post, line] = [
      await tab.waitFor(boxOf, 'article + article'),
      await tab.waitFor(boxOf, 'article + article p'),
    ];
    return { indent: line.indent, space: line.top - post.top };
  };
  expect((await above()).space).toBeGreaterThan(10);

  // Nor is there less where a first line is indented instead.
  await tab.press('a');
  await tab.clickNamed('More settings', 'button');
  await tab.clickNamed('Indented', 'radio');
  await expect
    .poll(
      async () => (await tab.waitFor(boxOf, 'article p + div')).top - (await tab.waitFor(boxOf, 'article p')).bottom,
    )
    .toBeLessThan(2);
  expect((await above()).space).toBeGreaterThan(10);
  await tab.close();
});

/** Runs in the page: on how many lines the date of a post is, in columns of each width; null until it is there. */
function linesOfDate(): number[] | null {
  const root = Array.from(document.documentElement.children, ({ shadowRoot }) => shadowRoot).find(Boolean);
  const post = root?.querySelector<HTMLElement>('.page-body article');
  const words = post?.querySelector('small')?.firstChild;
  if (!post || !words) return null;
  const range = new Range();
  range.selectNodeContents(words);
  return Array.from({ length: 30 }, (_, at) => {
    post.style.inlineSize = `${240 + 10 * at}px`;
    return new Set(Array.from(range.getClientRects(), ({ top }) => Math.round(top))).size;
  });
}

test('the date of a post is on one line, the next one where it has no room beside the name', async () => {
  const posts = ['Donaudampfschiff', 'Ben'].map(
    (author) =>
      `<article class="message message--post" data-author="${author}"><time>Jan 11, 2025, 3:00 am</time><div class="message-body"><div class="bbWrapper">${SENTENCE.repeat(2)}</div></div></article>`,
  );
  used.site.serve('/en/dated.html', page(`<h1>Ice</h1>${posts.join('')}`));
  const tab = await openOverlay(used, '/en/dated.html');
  expect([...new Set(await tab.waitFor(linesOfDate))]).toEqual([1]);
  await tab.close();
});

test('the frame of a picture that does not come keeps off the words above and below, with no empty line', async () => {
  used.site.serve(
    '/en/nothing.html',
    page(
      `<article><h1>Ice</h1>${PARAGRAPH}<p>${SENTENCE.repeat(2)}<b>ice</b><br><img alt="The net menders" src="/nothing.png"><br><i>Then</i> ${SENTENCE.repeat(2)}</p>${PARAGRAPH}</article>`,
    ),
  );
  const tab = await openOverlay(used, '/en/nothing.html');
  const frame = await tab.waitFor(boxOf, '.missing');
  const [above, below] = [await tab.waitFor(boxOf, 'b'), await tab.waitFor(boxOf, 'i')];
  for (const space of [frame.top - above.bottom, below.top - frame.bottom]) {
    expect(space).toBeGreaterThan(10);
    expect(space).toBeLessThan(30);
  }
  await tab.close();
});

test('what Chinese says of its sources at the end is not justified', async () => {
  const text = '<p>港口的潮汐可以提前算出来，后来的事大家都知道了，那是一九八六年的事情。</p>'.repeat(6);
  used.site.serve(
    '/zh/sources.html',
    `<!doctype html><html lang="zh-CN"><title>潮汐</title><article><h1>潮汐</h1>${text}<p>本文来源：新京报 责任编辑：史建磊_NBJ11331</p></article></html>`,
  );
  const tab = await openOverlay(used, '/zh/sources.html');
  const sides = await tab.waitFor(() => {
    const root = Array.from(document.documentElement.children, ({ shadowRoot }) => shadowRoot).find(Boolean);
    const parts = ['.page-body p', '.page-attribution'].map((selector) => root?.querySelector(selector));
    return parts.every(Boolean) && parts.map((part) => part && getComputedStyle(part).textAlign);
  });
  expect(sides).toEqual(['justify', 'start']);
  await tab.close();
});

test('what a page underlines by hand in a link or around one has the line of the link alone', async () => {
  const link = (text: string) => `<a href="/en/ice.html">${text}</a>`;
  used.site.serve(
    '/en/underlined.html',
    page(
      `<article><h1>Ice</h1><p>${SENTENCE.repeat(2)}${link('<u>Rivers</u>')} ${SENTENCE} <u>${link('Lakes')}</u> ${SENTENCE} <u>and</u></p>${PARAGRAPH}</article>`,
    ),
  );
  const tab = await openOverlay(used, '/en/underlined.html');
  const lineOf = async (selector: string) => (await tab.waitFor(boxOf, selector)).line;
  expect(await lineOf('a')).toBe('underline');
  expect([await lineOf('a u'), await lineOf('u:has(a)'), await lineOf('u:not(a u, :has(a))')]).toEqual([
    'none',
    'none',
    'underline',
  ]);
  await tab.close();
});
