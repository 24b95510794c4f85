// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { extractArticle } from '../../../src/extraction/extract-article.ts';

const STORY = 'The harbour was quiet, the boats were in, and nobody on the quay spoke of what had happened. '.repeat(3);
const PARAGRAPHS = `<p>${STORY}</p>`.repeat(4);

async function read(middle: string): Promise<HTMLElement> {
  const html = `<!doctype html><title>A quiet harbour</title><body><main><h1>A quiet harbour</h1>${PARAGRAPHS}${middle}${PARAGRAPHS}</main></body>`;
  const page = new DOMParser().parseFromString(html, 'text/html');
  const article = await extractArticle(page, { url: 'https://example.org/news/a-quiet-harbour' });
  return new DOMParser().parseFromString(article.html, 'text/html').body;
}

test.each([
  ['<lite-vimeo videoid="76979871" title="The boats"></lite-vimeo>', 'https://vimeo.com/76979871'],
  ['<lite-youtube videoid="abcDEF12345"></lite-youtube>', 'https://www.youtube.com/watch?v=abcDEF12345'],
  ['<amp-video src="https://films.example/boats.mp4"></amp-video>', 'https://films.example/boats.mp4'],
])('a film that no script has set yet becomes a card: %s', async (film, address) => {
  const body = await read(film);
  expect(body.querySelector('.embed > a')?.getAttribute('href')).toBe(address);
});

test('a moving picture that no script has set yet is a picture', async () => {
  const body = await read(
    '<p><amp-anim src="https://images.example/boats.gif" width="400" height="300"></amp-anim></p>',
  );
  expect(body.querySelector('img')?.getAttribute('src')).toBe('https://images.example/boats.gif');
});
