import { expect, test } from 'vitest';
import { listPictures } from '../../../../src/model/pictures/list-pictures.ts';

const list = (html: string, leadImage: string | null = null) => listPictures({ html, leadImage });

test('lists every picture of the text and the lead picture once, in order', () => {
  const html =
    '<p><img src="https://a.example/1.png" alt="a > b"><img alt=\'"\' src="https://a.example/2.png"></p><img src="https://a.example/1.png">';
  expect(list(html, 'https://a.example/lead.jpg')).toEqual([
    'https://a.example/lead.jpg',
    'https://a.example/1.png',
    'https://a.example/2.png',
  ]);
});

test('character references in an address are read as browsers do', () => {
  expect(list('<img src="https://a.example/p?x=1&amp;y=%20&#38;z=&#x4e2d;">')).toEqual([
    'https://a.example/p?x=1&y=%20&z=中',
  ]);
});

test('a character reference beyond Unicode stays as it is and does not prevent saving', () => {
  expect(list('<img src="https://a.example/&#x110000;&#9999999;&#x10ffff;.png">')).toEqual([
    'https://a.example/&#x110000;&#9999999;\u{10ffff}.png',
  ]);
});

test('an address in another attribute or in the text is not a picture, and data: pictures are part of the text', () => {
  const html =
    '<img data-src="https://a.example/lazy.png" alt=\' src="https://a.example/alt.png"\'><p>&lt;img src="https://a.example/t.png"&gt;</p><img src="data:image/png;base64,AA"><img src="javascript:1">';
  expect(list(html)).toEqual([]);
});

test.each(['<img ', '<img "', `<img "'<img"' `, "<img 'a' "])(
  'a text of nothing but %s is read in linear time',
  (part) => {
    const image = '<img alt="a < b" src="https://a.example/1.png">';
    expect(list(image + part.repeat(200_000))).toEqual(['https://a.example/1.png']);
  },
);

test('a page with ten thousand pictures gives a thousand', () => {
  const html = Array.from({ length: 10_000 }, (_, index) => `<img src="https://a.example/${index}.png">`).join('');
  expect(list(html)).toHaveLength(1000);
});
