// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { extractArticle } from '../../../../src/extraction/extract-article.ts';
import { ODD_ARTICLES, prose } from '../../../browser/steps/odd-articles.ts';

const paragraph = (n: number) =>
  `<p>On the ${n}th day the ferry lay in the roads with a list to port, and the harbour master wrote down what he saw of it, hour by hour.</p>`;
const STORY = [1, 2, 3, 4, 5, 6].map(paragraph).join('');

async function read(body: string, url = 'https://harbour.example/ferry'): Promise<string> {
  const page = new DOMParser().parseFromString(`<!doctype html><title>The ferry</title>${body}`, 'text/html');
  return (await extractArticle(page, { url })).text;
}

test('repeated text is kept', async () => {
  const text = await read(`<main><h2>North</h2>${STORY}<h2>South</h2>${paragraph(3)}${paragraph(7)}</main>`);
  expect(text.match(/On the 3th day/g)).toHaveLength(2);
});

test('a list between two paragraphs is kept', async () => {
  const list = '<ul><li>FERRY_ID</li><li>FERRY_LIST</li><li>FERRY_PORT</li></ul>';
  expect(await read(`<main>${STORY}${list}${STORY.replaceAll('ferry', 'pilot')}</main>`)).toContain('FERRY_LIST');
});

test('a small table between two paragraphs is kept', async () => {
  const table = '<table><tr><td>FERRY_ID</td></tr><tr><td>FERRY_LIST</td></tr></table>';
  expect(await read(`<main>${STORY}${table}${STORY.replaceAll('ferry', 'pilot')}</main>`)).toContain('FERRY_LIST');
});

test('none of hundreds of paragraphs in one box is dropped', async () => {
  const long = ODD_ARTICLES['no headings']?.() ?? '';
  const all = `<h1>The ferry</h1><p>${prose(300, 900_000)}</p>${long}<p>${prose(300, 910_000)}</p>`;
  const text = await read(
    `<nav><a href="/">Home</a></nav><main><article>${all}</article></main><footer>Imprint</footer>`,
  );
  const wanted = all.match(/(?<=<p>)[^<]+/g) ?? [];
  expect(wanted).toHaveLength(302);
  expect(wanted.filter((paragraph) => !text.includes(paragraph))).toEqual([]);
});

test('a space or line break in an element of its own still separates two words', async () => {
  const parted = '<p>The pilot<span>\u00a0</span><a href="/k">Keller</a> went aboard<span><br></span><b>alone</b>.</p>';
  const text = await read(`<main>${STORY}${parted}${STORY.replaceAll('ferry', 'pilot')}</main>`);
  expect(text).toMatch(/The pilot\sKeller went aboard\nalone\./);
});

test('the refrain of a song is kept wherever it stands', async () => {
  const verse = (n: number) =>
    `<p>Verse ${n}: on the quay the lamps went out one after the other, and nobody came.</p>`;
  const refrain = '<p>Oh, the ferry lies in the roads tonight, and all her lights are burning low.</p>'.repeat(3);
  const text = await read(`<main>${[1, 2, 3, 4].map((n) => verse(n) + refrain).join('')}</main>`);
  expect(text.match(/Oh, the ferry/g)).toHaveLength(12);
});

const linked = (tag: string, ...names: string[]) =>
  names.map((name, index) => `<${tag}><a href="/news/${index}">${name}</a></${tag}>`).join('');
const others = (tag: string) => linked(tag, 'The lamp that went out', 'The pilot and the ice', 'A year on the pier');

test.each([
  `<h3>En savoir plus</h3><ul>${others('li')}</ul>`,
  `<p>延伸閱讀</p><ul>${linked('li', '六年前熄滅的那盞燈', '市場整修完工')}</ul>`,
  `<p><strong>Artikel Terkait:</strong></p><ul>${others('li').replaceAll('"/', '"https://www.harbour.example/')}</ul>`,
  `<p>Zobacz także:</p>${others('p')}<p>相關新聞：</p>${others('p')}`,
  `<p>ข่าวที่เกี่ยวข้อง</p><ul>${others('li')}</ul><p>Source: The Harbour Press</p>`,
  `<section>往期推荐</section>${linked('section', 'lamp 熄灭以后，港口里发生了什么', '没有人回答的 lamp 与码头上的一年')}<p>点个“在看”，分享给更多朋友</p>`,
  '<h3>Lamp posts you may like</h3>',
  '<p>Lamp posts you may like:</p>',
  '<p>Keep up with the lamp and <a href="https://t.me/harbour">follow us on Telegram</a></p>',
])('other articles and calls to follow the site are left out at the end, in any language: %s', async (tail) => {
  const text = await read(`<main><h1>The ferry</h1>${STORY}${tail}</main>`);
  expect(text).toContain('On the 6th day');
  expect(text).not.toMatch(/lamp|En savoir|延伸|Terkait|Zobacz|相關|ข่าว/i);
});

test.each([
  '<h2>References</h2><ul><li><a href="https://press.example/1">The lamp and other ferries, a history</a></li></ul>',
  `<p>The lamp was lit again in the evening, and it has burnt in the tower ever since.</p><ul>${others('li')}</ul>`,
  '<h3>What became of the lamp</h3><p>It was lit again in the evening, and it has burnt in the tower ever since.</p>',
  '<p>The lamp was lit</p>',
  '<h3>10. The lamp</h3><p><img src="/lamp.jpg" width="640" height="480"></p>',
  '<p>Ask <a href="https://www.facebook.com/ann">Ann Lee</a>, who has kept the lamp ever since that night and writes down who comes by, from where, on what ship, and what the weather was, in a ledger that anybody may read who asks.</p>',
])('what is of the article stays at the end: %s', async (tail) => {
  const text = await read(`<main><h1>The ferry</h1>${STORY}${tail}</main>`);
  expect(text).toContain('lamp');
});

test.each(['https://docs.harbour.example/ferry', 'https://harbour.example/wiki/Ferry'])(
  'manuals and encyclopaedias keep their links to more pages: %s',
  async (url) => {
    const tail = `<h2>See also</h2><ul>${others('li')}</ul>`;
    expect(await read(`<main><h1>The ferry</h1>${STORY}${tail}</main>`, url)).toContain('See also');
  },
);

test('a page that is hardly more than a list of links keeps the list', async () => {
  const names = Array.from({ length: 40 }, (_, index) => `The ferry and the lamp in its ${index}th year`);
  const text = await read(
    `<main><h1>The ferry</h1>${STORY}<h2>All years</h2><ul>${linked('li', ...names)}</ul></main>`,
  );
  expect(text).toContain('39th year');
});

const DATED = `<meta property="article:published_time" content="2023-12-24T14:05:00Z"><h1>The ferry</h1>`;
const ABOUT =
  'By Ann Lee Edited By: Bo Chen Publish Date: Sun, 24 Dec 2023 02:05 PM (IST) Updated Date: Sun, 24 Dec 2023 04:12 PM (IST)';

test('a byline at the head may contain several authors and dates', async () => {
  const head = `<meta name="author" content="Ann Lee">${DATED}`;
  expect(await read(`${head}<main><div class="author-date">${ABOUT}</div>${STORY}</main>`)).not.toContain('Bo Chen');
  expect(await read(`${head}<main><div class="box">${ABOUT}</div>${STORY}</main>`)).toContain('Bo Chen');
});

test('a sentence with the date is kept, whatever its box is called', async () => {
  const told = '<div class="info"><p>On 24 December 2023 the lamp went out for an hour, and nobody knew why.</p></div>';
  expect(await read(`${DATED}<main>${told}${STORY}</main>`)).toContain('the lamp went out');
});

test('the sign with which agencies end a report is dropped', async () => {
  const text = await read(`<main><h1>The ferry</h1>${STORY}<p>انتهای پیام/</p></main>`);
  expect(text).not.toContain('پیام');
});

test('a short line at the end of a story of 400 paragraphs is kept, as at the end of a short one', async () => {
  // Sentences of five words each, no two alike.
  const words = 'heron weir ferry harbour keeper lamp tide island quay letter winter cable'.split(' ');
  const word = (at: number) => words[at % words.length];
  const told = (at: number) =>
    `The ${word(at)} ${at} crossed the ${word(at * 5 + 1)}, although the ${word(at * 7 + 3)} of the ${word(at * 11 + 2)} had been mended in the year ${1500 + at}.`;
  for (const paragraphs of [40, 400]) {
    const story = Array.from({ length: paragraphs }, (_, at) => `<p>${told(at)} ${told(at + 1000)}</p>`).join('');
    const text = await read(
      `<main><article><h1>The weir</h1>${story}<p>At the very end the heron left the weir.</p></article></main>`,
    );
    expect(text).toContain('At the very end the heron left the weir.');
  }
});

test('a notice of the site above the article is dropped by its role', async () => {
  const notice =
    'Your browser is out of date, and this site may not work as it should. Update it to see all of this site.';
  const text = await read(`<div role="alert"><p>${notice}</p></div><article><h1>The ferry</h1>${STORY}</article>`);
  expect(text).not.toContain('out of date');
  expect(text).toContain('On the 1th day');
});
