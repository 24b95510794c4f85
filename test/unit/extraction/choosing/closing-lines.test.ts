// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { extractArticle } from '../../../../src/extraction/extract-article.ts';

const STORY = [1, 2, 3, 4, 5, 6]
  .map(
    (n) =>
      `<p>On day ${n} the ferry lay in the roads with a list to port, and the harbour master wrote down what he saw.</p>`,
  )
  .join('');

const by = '<meta name="author" content="Maren Holt">';

async function read(...last: string[]): Promise<string> {
  const lines = last.map((line) => `<p>${line}</p>`).join('');
  const html = `<!doctype html><title>The ferry</title><article><h1>The ferry</h1>${STORY}${lines}</article>`;
  const page = new DOMParser().parseFromString(html, 'text/html');
  return (await extractArticle(page, { url: 'https://harbour.example/ferry' })).text;
}

test.each([
  'Updated 4 months ago',
  'Updated May 3, 2024',
  'Last updated: 2024-05-03',
  'Last updated on 3 May 2024',
  'Last modified on May 3, 2024 at 12:30',
  'Last edited by Ann Doe on 3 May 2024',
  'Was this helpful?',
  'Was this article helpful? Yes No',
  'Did this page help you?',
  '最后更新于 2024年5月3日',
  '最后编辑于 2024-05-03 12:30',
  '最後更新日期：2024/05/03',
  '最終更新日時: 2024/05/03 10:00',
])('a page ends without %j', async (line) => {
  const text = await read(line);
  expect(text).not.toContain(line);
  expect(text).toContain('On day 6');
});

test.each([
  'Did the ban help the birds?',
  'Did anyone come to help?',
  'Did it help you?',
  'Did this help the poor?',
  'Is there no help for the widow?',
  'Is that what help looks like?',
  'Updated plans are due by May 2027.',
  'Updated 4,000 homes with new roofs.',
  'Edited volumes sold 3,000 copies.',
  'Modified at 6 a.m., it was law by 7.',
  '最后更有12人入选。',
  '最后修了3年。',
  '最后修改了3次。',
  '最後更新的是第7號燈塔。',
  '最終更に2人が残った。',
])('an article may end with %j', async (line) => {
  expect(await read(line)).toContain(line);
});

test('the last changes of a release stay', async () => {
  const text = await read('Updated lodash to 4.17.21', 'Updated vite to 5.1');
  expect(text).toMatch(/lodash to 4\.17\.21\n+Updated vite/);
});

test('a page ends without the name of its author alone, and with one in a sentence', async () => {
  expect(await read('Maren Holt')).toContain('Maren Holt');
  expect(await read(`${by}Then it sank.`, 'Maren Holt')).not.toContain('Maren Holt');
  expect(await read(`${by}It was Maren Holt who saw it first.`)).toContain('Maren Holt who saw');
});

test('a signature stays below a complimentary close or a quotation, and a picture of the author with its caption', async () => {
  expect(await read(`${by}Yours sincerely,`, 'Maren Holt')).toMatch(/sincerely,\s+Maren Holt/);
  expect(await read(`${by}</p><blockquote>The ice comes from the north.</blockquote>`, '— Maren Holt')).toMatch(
    /from the north\.\s+— Maren Holt/,
  );
  const picture = '<figure><img src="/a.jpg" width="600" height="400"><figcaption>Maren Holt</figcaption></figure>';
  expect(await read(`${by}</p>${picture}`)).toMatch(/On day 6.*\s+Maren Holt/);
});

test.each(['* * *', '🚢'])('a page without an author may end with %s', async (line) => {
  expect(await read(`The captain stayed aboard until the end.</p><p>${line}`)).toContain(line);
});

test.each(['Advertisement', 'Anzeige', 'SCROLL TO CONTINUE WITH CONTENT', '- Реклама -'])(
  'an advertisement announced by %j is left out between paragraphs',
  async (line) => expect(await read(`${line}</p>${STORY}<p>The end of it.`)).not.toContain(line),
);

test.each([
  '<h2>Publicity</h2>',
  '<h3>Anzeige</h3>',
  '<p>Scroll to the end of the list and press Save.</p>',
  '<p>Werbung?</p>',
  '<pre>annonce</pre>',
])('%s between paragraphs is no announcement of an advertisement', async (html) => {
  const line = html.replace(/<[^>]+>/g, '');
  expect(await read(`Nobody was hurt.</p>${html}${STORY}<p>The end of it.`)).toContain(line);
});

test.each([
  'And so the gap continued to grow wider.',
  'He continued to shoot the video.',
  'La suite sera annoncée.',
  'Los vecinos continúan con su reclamo.',
  'La donna continua a reclamare.',
  'Hij liep verder met de foto.',
  'Bolaget fortsätter att annonsera.',
  'Elämä jatkuu ilman mainoksia.',
  'Autor artykułu dodał wideo.',
  'Компания продаёт рекламу.',
  'Реклама, как известно, двигатель торговли.',
  'Story continues to resonate, they say.',
])('a sentence that has the words of a line on an advertisement stays: %j', async (line) =>
  expect(await read(line, 'On day 7 she sank in the roads, and the harbour master wrote down that as well.')).toContain(
    line,
  ),
);

test.each([
  'Tekst gaat verder onder de foto',
  'Artikeln fortsätter efter annonsen',
  'Juttu jatkuu mainoksen alla',
  'Continúa leyendo después de la publicidad',
  'Article continues after this advertisement.',
  'Реклама. ООО «Юг», erid: 2VtzqxTC',
])('a line that says the text goes on below an advertisement does not: %j', async (line) =>
  expect(
    await read(line, 'On day 7 she sank in the roads, and the harbour master wrote down that as well.'),
  ).not.toContain(line),
);
