import { beforeAll, expect, test } from 'vitest';
import type { Tab } from '../driver/browser-driver.ts';
import { boxesOf } from '../steps/boxes-of.ts';
import { openOverlay } from '../steps/open-surfaces.ts';
import { useBrowser } from '../use-browser.ts';

const used = useBrowser();

const WORDS = {
  en: 'The machine that told the tides of the harbour, with the roll of paper on which it drew those of a year. ',
  ar: 'الآلة التي كانت تتنبأ بمد المرفأ مع لفة الورق التي كانت ترسم عليها مد سنة كاملة من أول يوم فيها إلى آخره. ',
};
const drawing = (width: number): string => `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="200"/>`;

/** A figure of its own width, whose caption is longer than a line of the text. */
const figure = (name: string, width: number, words: string): string =>
  `<figure><img src="/${name}.svg" alt="${name}" width="${width}" height="200"><figcaption>${words}</figcaption></figure>`;

const pageIn = (lang: keyof typeof WORDS, dir: string): string => {
  const words = WORDS[lang];
  const text = `<p>${words.repeat(5)}</p>`;
  return `<!doctype html><html lang="${lang}" dir="${dir}"><title>Tides</title><meta property="og:type" content="article">
    <article><h1>The tides of the harbour</h1>${text.repeat(2)}${figure('narrow', 300, words)}${text}${figure('small', 110, words)}${text}
    ${figure('wide', 1200, words)}${text}${text}</article></html>`;
};

beforeAll(() => {
  for (const [name, width] of [
    ['narrow', 300],
    ['small', 110],
    ['wide', 1200],
  ] as const)
    used.site.serve(`/${name}.svg`, drawing(width));
});

async function openIn(lang: keyof typeof WORDS, dir: string): Promise<Tab> {
  used.site.serve(`/${lang}.html`, pageIn(lang, dir));
  const tab = await openOverlay(used, `/${lang}.html`);
  await tab.waitFor(boxesOf, '.page-body img[alt="wide"]');
  return tab;
}

test.each([
  ['en', 'ltr'],
  ['ar', 'rtl'],
] as const)('%s: a caption stands at its picture and has its width', async (lang, dir) => {
  const tab = await openIn(lang, dir);
  const start = dir === 'ltr' ? 'left' : 'right';
  for (const [name, least, most] of [
    ['narrow', 300, 300],
    ['small', 150, 260],
    ['wide', 500, 700],
  ] as const) {
    const of = `.page-body figure:has(img[alt="${name}"])`;
    const [picture, caption, text] = await tab.waitFor(boxesOf, `${of} img`, `${of} figcaption`, '.page-body p');
    if (!picture || !caption || !text) throw new Error('they are there');
    expect(Math.abs(picture[start] - caption[start])).toBeLessThan(2);
    expect(caption.right - caption.left).toBeGreaterThanOrEqual(least);
    expect(caption.right - caption.left).toBeLessThanOrEqual(most);
    // In the middle of the text, as the picture is.
    expect(Math.abs(caption.left - text.left - (text.right - caption.right))).toBeLessThan(2);
  }
  await tab.close();
});

test('a small picture without a caption stands in the middle of the text', async () => {
  const alone = '<figure><img src="/small.svg" alt="alone" width="110" height="200"></figure>';
  used.site.serve('/alone.html', pageIn('en', 'ltr').replace('<figure>', `${alone}<p>${WORDS.en}</p><figure>`));
  const tab = await openOverlay(used, '/alone.html');
  const [picture, text] = await tab.waitFor(boxesOf, '.page-body img[alt="alone"]', '.page-body p');
  if (!picture || !text) throw new Error('they are there');
  expect(Math.abs(picture.left - text.left - (text.right - picture.right))).toBeLessThan(2);
  await tab.close();
});

test('a picture that is higher than the window is scaled, alone and in a row of two, and its caption has its width', async () => {
  used.site.serve('/high.svg', '<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="2000"/>');
  const image = (alt: string) => `<img src="/high.svg?${alt}" alt="${alt}" width="1000" height="2000">`;
  const figures = `<figure>${image('high')}<figcaption>${WORDS.en}</figcaption></figure><p>${image('first')}${image('second')}</p>`;
  used.site.serve('/high.html', pageIn('en', 'ltr').replace('<figure>', `${figures}<p>${WORDS.en}</p><figure>`));
  const tab = await openOverlay(used, '/high.html');
  const names = ['high', 'first', 'second'].map((name) => `.page-body img[alt="${name}"]`);
  const boxes = await tab.waitFor(boxesOf, ...names, '.page-body figure:has(img[alt="high"]) figcaption');
  const height = await tab.evaluate(() => innerHeight);
  for (const { left, right, top, bottom } of boxes.slice(0, 3)) {
    expect(bottom - top).toBeGreaterThan(height / 2);
    expect(bottom - top).toBeLessThan(height);
    expect((bottom - top) / (right - left)).toBeCloseTo(2, 1);
  }
  const [picture, , , caption] = boxes;
  expect(caption?.left).toBeCloseTo(picture?.left ?? 0, 0);
  expect(caption?.right).toBeCloseTo(picture?.right ?? 0, 0);
  await tab.close();
});

test('a caption in paragraphs begins as near to its picture as one without', async () => {
  const inParagraphs = figure('narrow', 300, `<p>${WORDS.en}</p><p>${WORDS.en}</p>`).replace(
    'alt="narrow"',
    'alt="said"',
  );
  used.site.serve('/said.html', pageIn('en', 'ltr').replace('<figure>', `${inParagraphs}<p>${WORDS.en}</p><figure>`));
  const tab = await openOverlay(used, '/said.html');
  const [said, saidOf, plain, plainOf] = await tab.waitFor(
    boxesOf,
    '.page-body figure:has(img[alt="said"]) figcaption p',
    '.page-body img[alt="said"]',
    '.page-body figure:has(img[alt="small"]) figcaption',
    '.page-body figure img[alt="small"]',
  );
  if (!said || !saidOf || !plain || !plainOf) throw new Error('they are there');
  expect(plain.top - plainOf.bottom).toBeGreaterThan(5);
  expect(said.top - saidOf.bottom).toBeCloseTo(plain.top - plainOf.bottom, 0);
  await tab.close();
});

test('a caption is as near to pictures that have boxes of their own in the figure, and those are as near to each other', async () => {
  const image = (alt: string) => `<div><img src="/narrow.svg?${alt}" alt="${alt}" width="300" height="200"></div>`;
  const both = `<figure>${image('above')}${image('boxed')}<figcaption>${WORDS.en}</figcaption></figure>`;
  used.site.serve('/boxed.html', pageIn('en', 'ltr').replace('<figure>', `${both}<p>${WORDS.en}</p><figure>`));
  const tab = await openOverlay(used, '/boxed.html');
  const [above, boxed, caption, plain, plainCaption] = await tab.waitFor(
    boxesOf,
    '.page-body img[alt="above"]',
    '.page-body figure .picture img[alt="boxed"]',
    '.page-body figure:has(img[alt="boxed"]) figcaption',
    '.page-body figure img[alt="small"]',
    '.page-body figure:has(img[alt="small"]) figcaption',
  );
  if (!above || !boxed || !caption || !plain || !plainCaption) throw new Error('they are there');
  expect(Math.abs(caption.top - boxed.bottom - (plainCaption.top - plain.bottom))).toBeLessThan(2);
  expect(boxed.top - above.bottom).toBeCloseTo(10, 0);
  await tab.close();
});

test('the title of an embed stands under its picture and looks like a link', async () => {
  const card = `<figure class="embed"><a href="https://tides.example/film"><img src="/narrow.svg" alt="" width="300" height="200">A film of the harbour at low tide</a></figure>`;
  used.site.serve('/film.html', pageIn('en', 'ltr').replace('<figure>', `${card}<p>${WORDS.en}</p><figure>`));
  const tab = await openOverlay(used, '/film.html');
  const { picture, name, line } = await tab.waitFor(() => {
    const link = document.documentElement.lastElementChild?.shadowRoot?.querySelector('.page-body .embed a');
    const image = link?.querySelector('img');
    if (!link?.lastChild || !image) return null;
    const words = new Range();
    words.selectNodeContents(link.lastChild);
    return {
      picture: image.getBoundingClientRect().toJSON(),
      name: words.getBoundingClientRect().toJSON(),
      line: getComputedStyle(link).textDecorationLine,
    };
  });
  expect(name.top).toBeGreaterThanOrEqual(picture.bottom);
  expect(line).toBe('underline');
});
