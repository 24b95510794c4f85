// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { extractArticle } from '../../../../src/extraction/extract-article.ts';
import { processorTime } from '../../processor-time.ts';

const SENTENCE = 'The harbour freezes from the north, and the women who mend the nets are the first to notice it. ';
const LEAD = 'https://www.example.com/a/ice.jpg';
const TEXT = Array.from({ length: 5 }, () => `<p>${SENTENCE.repeat(3)}</p>`).join('');

async function leadOf(address: string, more = '', url = 'https://www.example.com/a/ice'): Promise<string | null> {
  const page = new DOMParser().parseFromString(
    `<title>Ice</title><meta property="og:image" content="${address}"><article><h1>Ice</h1>${TEXT}${more}</article>`,
    'text/html',
  );
  return (await extractArticle(page, { url })).leadImage;
}

test.each([
  'https://www.example.com/sites/default/files/styles/social/public/ice.jpg',
  'https://cdn.example.com/dims4/default/b6240a9/resize/1440x810/ice.jpg?url=logo.png',
  'https://images.example.com/2024/social-media-in-the-harbour.jpg',
  'https://images.example.com/fashion-icon-of-the-north.jpg',
  'https://images.example.com/t_social_share_1200x630/ice.webp',
])('the lead picture is the article’s own: %s', async (address) => {
  expect(await leadOf(address)).toBe(address);
});

test.each([
  'https://images.example.com/gazette-logo-white.png',
  'https://images.example.com/default-1200x630.png',
  'https://images.example.com/apple-touch-icon@2.png?v=3',
  'https://www.example.com/_static/og-image.png',
  'https://www.example.com/og-image/ice.jpg',
  'https://www.example.com/assets/images/social/ice.png',
  'https://www.example.com/images/social-cards/ice.png',
  'https://opengraph.githubassets.com/1/example/ice',
])('the lead picture is anybody’s: %s', async (address) => {
  expect(await leadOf(address)).toBe(null);
});

test('the lead picture of a manual is a card with its name', async () => {
  expect(await leadOf(LEAD, '', 'https://docs.example.com/a/ice')).toBe(null);
});

test.each([
  ['under another size', 'https://cdn.example.com/b/ice-640x480.jpg?v=2', null],
  ['in another format', 'https://cdn.example.com/ice.jpg.webp', null],
  ['not', 'https://cdn.example.com/ice.jpg/snow.jpg', LEAD],
  ['not, where a white picture in the text is all slashes', `data:image/bmp;base64,Qk0${'/'.repeat(150_000)}A==`, LEAD],
])('the lead picture is dropped where the text shows it: %s', async (_how, address, lead) => {
  const from = processorTime();
  expect(await leadOf(LEAD, `<figure><img width="300" height="200" src="${address}"></figure>${TEXT}`)).toBe(lead);
  // Time that grows with the square of the slashes is ten times as much and more.
  expect(processorTime() - from).toBeLessThan(5_000);
});
