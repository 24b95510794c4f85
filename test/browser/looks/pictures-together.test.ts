import { expect, test } from 'vitest';
import { readOverlay } from '../steps/read-overlay.ts';
import { useBrowser } from '../use-browser.ts';

const used = useBrowser();

const TEXT = `<p>${'The harbour board kept paying two wages for reasons that were never written down. '.repeat(6)}</p>`;
const TWO = '<img src="/pictures/harbour.png" width="640"><img src="/pictures/oven.png" width="640">';

/** Runs in the page: the space between the two pictures of each paragraph, and how far each is from the edges of the text. */
function spaces(): { between: number[]; beside: number[] } | null {
  const host = Array.from(document.documentElement.children).find((child) => child.shadowRoot?.querySelector('.page'));
  const body = host?.shadowRoot?.querySelector('.page-body');
  const pictures = Array.from(body?.querySelectorAll('img') ?? [], (image) => image.getBoundingClientRect());
  const text = body?.querySelector('p')?.getBoundingClientRect();
  if (!text || pictures.length < 6 || pictures.some(({ height }) => height < 100)) return null;
  return {
    between: [0, 2, 4].map((at) => Math.round((pictures[at + 1]?.top ?? 0) - (pictures[at]?.bottom ?? 0))),
    beside: pictures.flatMap(({ left, right }) => [Math.round(left - text.left), Math.round(text.right - right)]),
  };
}

test('pictures in one paragraph, in links, or in one figure do not touch, and end where the text does', async () => {
  const linked = TWO.replaceAll(/<img[^>]*>/g, '<a href="/en/news.html">$&</a>');
  const figure = `<figure>${TWO}<figcaption>Harbour and oven</figcaption></figure>`;
  const article = [`<p>${TWO}</p>`, `<p>${linked}</p>`, figure].map((pictures) => pictures + TEXT).join('');
  used.site.serve('/two.html', `<!doctype html><title>Two</title><article><h1>Two</h1>${TEXT}${article}</article>`, {
    'content-type': 'text/html',
  });
  const tab = await used.browser.open(used.site.url('/two.html'));
  await tab.pressShortcut('toggle-reader');
  await tab.waitFor(readOverlay);
  const { between, beside } = await tab.waitFor(spaces);
  for (const space of between) expect(space).toBeGreaterThanOrEqual(10);
  expect(beside).toEqual(beside.map(() => 0));
});

/** Runs in the page: the space above each picture of a post, below its words or the picture before. */
function spacesAbove(): number[] | null {
  const host = Array.from(document.documentElement.children).find((child) => child.shadowRoot?.querySelector('.page'));
  const pictures = Array.from(host?.shadowRoot?.querySelectorAll('.page-body img') ?? []);
  const words = host?.shadowRoot?.querySelector('.page-body b');
  if (!words || pictures.length < 2) return null;
  const boxes = [words, ...pictures].map((element) => element.getBoundingClientRect());
  if (boxes.some(({ height }) => height === 0)) return null;
  return boxes.slice(1).map(({ top }, at) => Math.round(top - (boxes[at]?.bottom ?? 0)));
}

test('pictures in boxes of their own below the loose words of a post keep one distance from them and each other', async () => {
  const pictures = ['harbour', 'oven'].map(
    (name) => `<br><div><div></div><img src="/pictures/${name}.png" width="640" height="360"></div>`,
  );
  const post = (author: string, text: string) =>
    `<div class="MessageCard"><a class="MessageCard__user-info__name">${author}</a><div class="bbWrapper">${text}</div></div>`;
  const shown = `I guess that I am the first to have <b>seen the harbour at night.</b>${pictures.join('')}`;
  const answer = 'Not the first, since I was there in spring and have shown mine in the other thread.';
  used.site.serve('/lamps.html', `<!doctype html><title>Lamps</title>${post('Ada', shown)}${post('Ben', answer)}`, {
    'content-type': 'text/html',
  });
  const tab = await used.browser.open(used.site.url('/lamps.html'));
  await tab.pressShortcut('toggle-reader');
  const [below, between] = await tab.waitFor(spacesAbove);
  expect(below).toBeGreaterThan(20);
  expect(Math.abs((between ?? 0) - (below ?? 0))).toBeLessThan(10);
});
