// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import { listSentences } from '../../../../../src/ui/parts/speech/list-sentences.ts';

function sentencesOf(html: string, lang: string | null = 'en'): { text: string; shown: string }[] {
  document.body.innerHTML = `<article>${html}</article>`;
  const body = document.querySelector('article') as HTMLElement;
  return listSentences(body, lang).map(({ text, range }) => ({ text, shown: String(range) }));
}
const texts = (html: string, lang?: string | null): string[] => sentencesOf(html, lang).map(({ text }) => text);

test('a line break in the markup does not end a sentence, and offsets are those of the text', () => {
  expect(sentencesOf('<p>The light\ngoes <em>out\n</em>at nine. Then it is dark.</p>')).toEqual([
    { text: 'The light goes out at nine.', shown: 'The light\ngoes out\nat nine.' },
    { text: 'Then it is dark.', shown: 'Then it is dark.' },
  ]);
});

test('an item is read with its nested list, and text beside paragraphs is read', () => {
  expect(
    texts('<ul><li>Fruit <ul><li>Apples</li></ul> and more</li></ul><blockquote>He said <p>No.</p></blockquote>'),
  ).toEqual(['Fruit', 'Apples', 'and more', 'He said', 'No.']);
  expect(texts('<div>In a box.</div>')).toEqual(['In a box.']);
});

test('cells and lines are not joined', () => {
  expect(texts('<table><tr><th>Name</th><td>Ann</td></tr></table><p>One line.<br>Another one</p>')).toEqual([
    'Name',
    'Ann',
    'One line.',
    'Another one',
  ]);
  expect(sentencesOf('<p>One<br>two</p>')).toEqual([{ text: 'One two', shown: 'Onetwo' }]);
});

test.each([
  ['behind an abbreviation', 'en', ['Dr. Smith met J. K. Jones in the U.S. Senate.', 'He left.']],
  ['from the number of an item', 'en', ['1. High tide and low']],
  ['from an abbreviation to its number', 'en', ['It is No. 10 on the list of Nov. 2025.', 'No.', 'He left.']],
  [
    'behind what is asked or called in it',
    'en',
    ['“Where is the boat?” asked Ann.', 'He was 25.', 'Nobody (really!) knew.'],
  ],
  ['to the end of an address', 'en', ['See https://harbour.example/?id=7 for more.', 'Good.']],
  [
    'behind an ordinal number',
    'de',
    ['Am 3. Mai kam das Boot.', 'Es blieb, z. B. Montag.', '„Gut.“', '»Nein.«', 'Ende.'],
  ],
  ['to the second mark of a quotation', 'fr', ['« Oui ! » dit-il.', 'Rien.', '« Non ! »']],
])('a sentence goes on %s', (_what, lang, sentences) => {
  expect(texts(`<p>${sentences.join(' ')}</p>`, lang)).toEqual(sentences);
});

test.each([
  ['behind the time of day', 'en', ['It ended at 5 p.m. ', 'The mayor left.']],
  ['behind a number that is no item', 'en', ['How many came? ', '12. ', 'All were late.']],
  ['behind a verb of one letter', 'fr', ['Il y en a. ', 'Moi aussi.']],
  ['behind a word of one character', 'ko', ['잘 가. ', '나는 간다.']],
  ['behind an address', 'zh', ['详见 https://a.example/b。', '然后他走了。', '她来了。']],
  ['where signs that close elsewhere open a quotation', 'sv', ['Han kom. ', '”Var är båten?” frågade hon. ', '”Här.”']],
  ['where all letters are small', 'ka', ['ეს არის წიგნი. ', 'ის კარგია! ', 'წავიდეთ.']],
  ['between quotations without a space', 'de', ['„Nein.“', '„Doch.“']],
])('a sentence ends %s', (_what, lang, sentences) => {
  expect(texts(`<p>${sentences.join('')}</p>`, lang)).toEqual(sentences.map((text) => text.trim()));
});

test('a quotation begins a sentence at its opening mark, also without a space before it', () => {
  const sentences = ['他走了！', '“真的？”', '她问。', '（他走了。）', '『好。』'];
  expect(sentencesOf(`<p>${sentences.join('')}</p>`, 'zh')).toEqual(sentences.map((text) => ({ text, shown: text })));
  expect(texts('<p>He left.(He came back.)</p>')).toEqual(['He left.', '(He came back.)']);
});

test('a long sentence is cut at a comma outside of numbers, in any script, and never within a character', () => {
  const [first = ''] = texts(`<p>${'word '.repeat(20)}here, ${'word '.repeat(24)}1,000 ${'word '.repeat(20)}</p>`);
  expect(first.endsWith('here,')).toBe(true);
  const [arabic = ''] = texts(`<p>${'كلمة '.repeat(30)}هنا، ${'كلمة '.repeat(40)}</p>`, 'ar');
  expect(arabic.endsWith('هنا،')).toBe(true);
  expect(texts(`<p>a${'𠮷'.repeat(300)}</p>`, 'zh').every((text) => !/\p{Cs}/u.test(text))).toBe(true);
});

test('no piece is so long that network voices stop within it, in any script and at any speed', () => {
  const clause = '今天下雨所以船都留在港里没有人出去，';
  const seconds = (text: string) => (/[一-鿿]/.test(text) ? text.length * (60 / 255) : text.length * (60 / 1098));
  for (const [words, lang] of [
    [clause.repeat(12), 'zh'],
    ['海'.repeat(200), 'zh'],
    ['The harbour is frozen, and nobody goes out '.repeat(12), 'en'],
  ] as const)
    for (const rate of [50, 100, 200]) {
      document.body.innerHTML = `<article><p>${words}</p></article>`;
      const pieces = listSentences(document.querySelector('article') as HTMLElement, lang, rate);
      expect(
        pieces
          .map(({ text }) => text)
          .join('')
          .replace(/ /g, ''),
      ).toBe(words.replace(/ /g, ''));
      expect(Math.max(...pieces.map(({ text }) => (seconds(text) * 100) / rate))).toBeLessThanOrEqual(12);
      expect(pieces.length).toBeGreaterThan(1);
    }
  expect(texts(`<p>${clause.repeat(12)}</p>`, 'zh').every((text) => text.endsWith('，'))).toBe(true);
});

test('Chinese is cut at its own punctuation, whatever language the page declares', () => {
  expect(texts('<p>今天下雨。他说：“不去。”然后走了！</p>', 'zh-Hans').length).toBeGreaterThan(1);
  expect(texts('<p>One. Two.</p>', 'en_US')).toEqual(['One.', 'Two.']);
});

test('footnote marks, code and hidden text are not read', () => {
  expect(
    texts(
      '<p>Word<sup><a href="#n">1</a></sup> goes on.</p><pre>code</pre><p data-hidden>Hidden.</p><ruby>漢<rt>かん</rt></ruby>',
    ),
  ).toEqual(['Word goes on.', '漢']);
});

test('a sentence of hundreds of abbreviations is read in linear time', () => {
  document.body.innerHTML = `<article>${'So says Dr. Smith of No. 5 '.repeat(400)}.</article>`;
  const body = document.querySelector('article') as HTMLElement;
  let looked = 0;
  const { slice } = String.prototype;
  vi.spyOn(String.prototype, 'slice').mockImplementation(function (this: string, start, end) {
    // Only its end is asked for, for which the whole is put together.
    if (Number(start) < 0 && end === undefined) looked += this.length;
    return slice.call(this, start, end);
  });
  listSentences(body, 'en');
  vi.restoreAllMocks();
  expect(looked).toBeGreaterThan(0);
  expect(looked / 800).toBeLessThan(1000);
});
