// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { extractArticle } from '../../../../src/extraction/extract-article.ts';

const TEXT = `<p>${'The harbour freezes from the north, and the women who mend the nets notice it first. '.repeat(3)}</p>`;
const LINKS = `<div>${['Ten boats', 'Winter sales', 'Our lamps'].map((name, at) => `<a href="/n/${at}"><img src="/${at}.jpg" alt=""><div>${name}</div></a>`).join('')}</div>`;

/** The headings that are left of an article with a section whose heading and content are given. */
async function headingsOf(section: string): Promise<string[]> {
  const page = new DOMParser().parseFromString(
    `<title>Ice</title><article><h1>Ice</h1>${TEXT}<h2>The north</h2>${TEXT.repeat(2)}${section}<h2>The south</h2>${TEXT.repeat(2)}</article>`,
    'text/html',
  );
  const { html } = await extractArticle(page, { url: 'https://www.example.com/a/ice' });
  return [...html.matchAll(/<h\d[^>]*>(.*?)<\/h\d>/g)].map(([, text = '']) => text);
}

test('a heading goes with the links below it', async () => {
  expect(await headingsOf(`<h2>Read also</h2>${LINKS}`)).toEqual(['The north', 'The south']);
});

test.each([
  ['leads to what it names', `<h2><a href="/ice">The ice</a></h2>${LINKS}`],
  ['is as long as a standfirst', `<h2>The ice ${'that came from the north, '.repeat(5)}</h2>${LINKS}`],
  ['stands right above the next one on the page', '<h2>The ice</h2>'],
  ['has a picture below it', `<h2>The ice</h2><p><img src="/ice.jpg" alt="" width="800" height="600"></p>${LINKS}`],
  ['has a section of its own below it', `<h2>The ice</h2>${LINKS}<h3>In March</h3>${TEXT}`],
])('a heading stays that %s', async (_, section) => {
  expect((await headingsOf(section)).join()).toContain('The ice');
});
