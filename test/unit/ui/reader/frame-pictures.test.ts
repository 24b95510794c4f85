// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { framePictures } from '../../../../src/ui/reader/frame-pictures.ts';

function framed(html: string): DocumentFragment {
  const template = document.createElement('template');
  template.innerHTML = html;
  framePictures(template.content, 'Picture not kept');
  return template.content;
}

test('a picture that was not kept leaves its description and nothing to fetch', () => {
  const body = framed(
    '<figure><img src="https://a.example/x.png" alt="A lighthouse"></figure><img src="https://a.example/y">',
  );
  expect(body.querySelector('img')).toBeNull();
  expect([...body.querySelectorAll('.missing')].map((frame) => frame.textContent)).toEqual([
    'A lighthouse',
    'Picture not kept',
  ]);
});

test('kept bytes are shown', () => {
  expect(framed('<img src="data:image/png;base64,AA">').querySelector('img')).not.toBeNull();
});

test('a small sign in the line becomes its text', () => {
  expect(framed('<p>5<img src="https://a.example/star" width="12" alt="★"></p>').textContent).toBe('5★');
});
