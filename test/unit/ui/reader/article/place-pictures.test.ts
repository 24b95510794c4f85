// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import {
  fillFrames,
  type PictureFrames,
  placePictures,
  type ShownPicture,
} from '../../../../../src/ui/reader/article/place-pictures.ts';

const X = 'https://a.example/x.png';
const onKeep = vi.fn();
let known: Record<string, Partial<ShownPicture>> = {};
const frames: PictureFrames = {
  look: (url) =>
    known[url] && { url, state: 'refused', problem: 'needs-access', bytes: 0, address: null, ...known[url] },
  fallback: 'This picture',
  notKept: 'Not kept',
  waiting: 'Not kept yet',
  keepIt: 'Keep it',
  onKeep,
};

function placed(html: string): DocumentFragment {
  const template = document.createElement('template');
  template.innerHTML = html;
  placePictures(template.content, frames);
  return template.content;
}

test('a picture that was not stored leaves its description and a control that stores it, and requests nothing', () => {
  known = {};
  const body = placed(`<figure><img data-src="${X}" alt="A lighthouse"></figure><img data-src="https://a.example/y">`);
  expect(body.querySelector('img, [src]')).toBeNull();
  expect([...body.querySelectorAll('.missing')].map((frame) => frame.textContent)).toEqual([
    'A lighthouseNot kept · Keep it',
    'This pictureNot kept · Keep it',
  ]);
  body.querySelector('button')?.click();
  expect(onKeep).toHaveBeenCalledWith(X);
});

test('a stored picture is drawn from its bytes', () => {
  known = { [X]: { state: 'kept', address: 'blob:recto/1' } };
  const image = placed(`<img data-src="${X}" alt="A lighthouse">`).querySelector('img');
  expect(image?.getAttribute('src')).toBe('blob:recto/1');
});

test('a frame is replaced by its picture once that is stored, and shows before what it waits for', () => {
  known = { [X]: { state: 'pending' } };
  const body = placed(`<p><img data-src="${X}" alt="A lighthouse" width="640" height="1280"></p>`);
  expect(body.textContent).toBe('A lighthouseNot kept yet');
  known = { [X]: { state: 'refused' } };
  fillFrames(body, frames);
  expect(body.textContent).toBe('A lighthouseNot kept · Keep it');
  known = { [X]: { state: 'kept', address: 'blob:recto/1' } };
  fillFrames(body, frames);
  expect(body.querySelector('p')?.innerHTML).toContain('src="blob:recto/1"');
  expect(body.querySelector('.missing')).toBeNull();
  // As every other picture: else it would stand in the middle of a box that is too wide for it.
  expect(body.querySelector('img')?.getAttribute('style')).toContain('0.5 * var(--r-highest)');
});

test('pictures in data: addresses are shown', () => {
  expect(placed('<img src="data:image/png;base64,AA">').querySelector('img')).not.toBeNull();
});

test('a small inline picture becomes its alternative text', () => {
  expect(placed(`<p>5<img data-src="https://a.example/star" width="12" alt="★"></p>`).textContent).toBe('5★');
});
