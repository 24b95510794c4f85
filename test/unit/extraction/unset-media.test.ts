// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { readAmongParagraphs } from './read-among-paragraphs.ts';

test.each([
  ['<lite-vimeo videoid="76979871" title="The boats"></lite-vimeo>', 'https://vimeo.com/76979871'],
  ['<lite-youtube videoid="abcDEF12345"></lite-youtube>', 'https://www.youtube.com/watch?v=abcDEF12345'],
  ['<amp-video src="https://films.example/boats.mp4"></amp-video>', 'https://films.example/boats.mp4'],
])('a video that its script has not set up yet becomes a card: %s', async (film, address) => {
  const body = await readAmongParagraphs(film);
  expect(body.querySelector('.embed > a')?.getAttribute('href')).toBe(address);
});

test('an animated picture that its script has not set up yet becomes a picture', async () => {
  const body = await readAmongParagraphs(
    '<p><amp-anim src="https://images.example/boats.gif" width="400" height="300"></amp-anim></p>',
  );
  expect(body.querySelector('img')?.getAttribute('src')).toBe('https://images.example/boats.gif');
});
