// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import { readPicture } from '../../../../src/content/pictures/read-picture.ts';
import { LARGEST_PICTURE } from '../../../../src/model/pictures/picture.ts';

const URL = 'https://news.example/harbour.gif';

const answer = (blob: Blob) => vi.stubGlobal('fetch', async () => ({ ok: true, blob: async () => blob }));

test('what a page could read is given as bytes, since Chromium hangs over a Blob that a private window sends', async () => {
  answer(new Blob(['GIF89a']));
  const { picture, problem } = await readPicture(URL, document);
  expect([ArrayBuffer.isView(picture), new TextDecoder().decode(picture ?? undefined), problem]).toEqual([
    true,
    'GIF89a',
    null,
  ]);
});

test('a picture whose bytes the browser no longer has is refused', async () => {
  const lost = new Blob(['GIF89a']);
  lost.arrayBuffer = () => Promise.reject(new Error('NotReadableError'));
  answer(lost);
  expect(await readPicture(URL, document)).toEqual({ picture: null, problem: 'refused', size: null });
});

test('a picture that is too large is not read into memory, and one without an answer is told of as such', async () => {
  const large = new Blob(['GIF89a']);
  Object.defineProperty(large, 'size', { value: LARGEST_PICTURE + 1 });
  large.arrayBuffer = vi.fn();
  answer(large);
  expect(await readPicture(URL, document)).toEqual({ picture: null, problem: 'too-large', size: null });
  expect(large.arrayBuffer).not.toHaveBeenCalled();
  vi.stubGlobal('fetch', async () => ({ ok: true, blob: () => Promise.reject(new Error('cut off')) }));
  expect(await readPicture(URL, document)).toEqual({ picture: null, problem: 'needs-access', size: null });
});
