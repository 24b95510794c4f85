// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { framePicture } from '../../../../../src/ui/reader/article/frame-picture.ts';

const NAMELESS = '<p><span class="missing" role="img" aria-label="No picture">No picture</span></p>';

test.each([
  [
    '<p><img alt="The harbour"></p>',
    '<p><span class="missing" role="img" aria-label="The harbour">The harbour</span></p>',
  ],
  [
    '<p><img class="apart">Ice</p>',
    '<p><span class="missing apart" role="img" aria-label="No picture">No picture</span>Ice</p>',
  ],
  ['<p><img alt="IMG_2006_blog.jpg"></p>', NAMELESS],
  ['<p><img alt="DSC01234"></p>', NAMELESS],
  ['<p><img alt="null"></p>', NAMELESS],
  [
    '<p><img alt="The P47, seen in photo.jpg"></p>',
    '<p><span class="missing" role="img" aria-label="The P47, seen in photo.jpg">The P47, seen in photo.jpg</span></p>',
  ],
  ['<p><img></p>', '<p><span class="missing" role="img" aria-label="No picture">No picture</span></p>'],
  ['<p>Fair <img alt="and warm" width="20"> today</p>', '<p>Fair and warm today</p>'],
  ['<a class="embed"><img alt=""><span>A film</span></a>', '<a class="embed"><span>A film</span></a>'],
  ['<figure data-lead=""><img alt=""></figure><p>Ice</p>', '<figure data-lead=""></figure><p>Ice</p>'],
])('a picture that did not load: %s', (html, expected) => {
  document.body.innerHTML = html;
  const image = document.querySelector('img');
  if (image) framePicture(image, 'No picture');
  expect(document.body.innerHTML).toBe(expected);
});
