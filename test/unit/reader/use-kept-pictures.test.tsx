// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import type { Translate } from '../../../src/model/message-key.ts';
import type { SavedPicture } from '../../../src/model/pictures/picture.ts';
import { createWords } from '../../../src/model/words.ts';
import { useKeptPictures } from '../../../src/reader/use-kept-pictures.ts';
import { placePictures } from '../../../src/ui/reader/article/place-pictures.ts';
import { sampleArticle } from '../fakes/sample-article.ts';

const URL_OF_PICTURE = 'https://a.example/x.png';
const keyed: Translate = (key) => (key === 'localeTag' ? 'en' : key);
const words = createWords(keyed, 'en');
const article = sampleArticle();
const waiting: SavedPicture = { url: URL_OF_PICTURE, state: 'pending', problem: null, bytes: 0, blob: null };
const kept: SavedPicture = { ...waiting, state: 'kept', bytes: 1, blob: new Blob(['x'], { type: 'image/png' }) };

let root: HTMLElement;
let body: HTMLElement | null = null;
/** Whether a picture stood when the reader was drawn last: it offers then what can be done with pictures. */
let stoodWhenDrawn = false;

function Probe({ pictures }: { pictures: readonly SavedPicture[] }) {
  const { frames, takeBody } = useKeptPictures(article, pictures, words, () => undefined);
  stoodWhenDrawn = body?.querySelector('img') != null;
  if (body === null && frames.current) {
    body = document.body.appendChild(document.createElement('div'));
    body.innerHTML = `<img data-src="${URL_OF_PICTURE}" alt="A lighthouse">`;
    placePictures(body, frames.current);
    takeBody(body);
  }
  return null;
}
const show = (pictures: readonly SavedPicture[]) => act(() => render(<Probe pictures={pictures} />, root));

afterEach(() => {
  act(() => render(null, root));
});

test('the reader is drawn again when a picture that was stored later is in the text', () => {
  Object.assign(URL, { createObjectURL: () => 'blob:kept', revokeObjectURL: () => undefined });
  root = document.body.appendChild(document.createElement('div'));
  show([waiting]);
  expect(body?.querySelector('.missing')?.textContent).toContain('pictureWaiting');
  expect(stoodWhenDrawn).toBe(false);
  show([kept]);
  expect(body?.querySelector('img')?.src).toBe('blob:kept');
  expect(stoodWhenDrawn).toBe(true);
});
