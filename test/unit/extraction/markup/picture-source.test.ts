// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { pictureSource, svgToDataUrl } from '../../../../src/extraction/markup/picture-source.ts';

const SKETCH = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

/** The address that is found for a picture with these attributes. */
function sourceOf(attributes: string): string | null {
  const { body } = new DOMParser().parseFromString(`<img ${attributes}>`, 'text/html');
  return pictureSource(body.children[0] as Element, null);
}

test.each('fallback hover small preview lqip mobile audio'.split(' '))(
  'a picture is shown as its page shows it, not by what data-%s-src holds',
  (name) => {
    expect(sourceOf(`src="https://x.example/real.jpg" data-${name}-src="/img/other.jpg"`)).toBeNull();
  },
);

test.each([
  'data-src',
  'data-actualsrc',
  'data-lazy-src',
  'nitro-lazy-src',
  'lazysrc',
  'data-original',
  'data-original-src',
  'data-ks-lazyload',
  'data-full-src',
  'zoomfile',
  '_src',
])('a picture in %s replaces its preview', (name) => {
  expect(sourceOf(`src="https://x.example/sketch.jpg" ${name}="/img/real.jpg"`)).toBe('/img/real.jpg');
});

test('a fallback or a placeholder is not taken for the picture', () => {
  const others = 'data-fallback-src="/img/none.jpg" data-lqip="/img/rough.jpg" data-logo="/img/logo.png"';
  expect(sourceOf(`src="${SKETCH}" ${others} data-big-picture="/img/real.jpg"`)).toBe('/img/real.jpg');
});

test('candidates are read from lists of addresses, not from other attributes with such names', () => {
  expect(sourceOf(`src="${SKETCH}" data-photo-set="72157" data-set-id="3"`)).toBeNull();
  expect(sourceOf(`src="${SKETCH}" data-low-srcset="/low.jpg 40w" data-lazy-srcset="/real.jpg 800w"`)).toBe(
    '/real.jpg',
  );
});

test('of several candidate lists data-srcset is read first, and srcset last', () => {
  const usual = 'data-srcset="/usual.jpg 800w"';
  const other = 'data-original-set="/other.jpg 800w"';
  const first = 'srcset="/first.jpg 800w"';
  expect(sourceOf(`${first} ${other} ${usual}`)).toBe('/usual.jpg');
  expect(sourceOf(`${first} ${other}`)).toBe('/other.jpg');
  expect(sourceOf(first)).toBe('/first.jpg');
});

test('a candidate that is larger than the usual address is taken, and a smaller one is not', () => {
  const usual = 'data-src="/img/real-300.jpg"';
  expect(sourceOf(`${usual} data-srcset="/img/real-300.jpg 300w, /img/real-768.jpg 768w"`)).toBe('/img/real-768.jpg');
  expect(sourceOf(`${usual} data-srcset="/img/s.jpg 400w, /img/l.jpg 1400w"`)).toBe('/img/l.jpg');
  expect(sourceOf(`${usual} data-srcset="/img/s.jpg 400w, /img/m.jpg 800w"`)).toBe('/img/real-300.jpg');
});

test('an address whose candidates are smaller versions of it is taken', () => {
  const set = '//cdn.example/p.jpg?v=1&amp;width=360 360w, //cdn.example/p.jpg?v=1&amp;width=540 540w';
  expect(sourceOf(`data-src="//cdn.example/p.jpg?v=1" data-srcset="${set}"`)).toBe('//cdn.example/p.jpg?v=1');
});

test('an SVG drawing is kept without the attributes that the extraction has set', () => {
  const drawn = `<svg width="300" height="200">${'<path d="M0 0h9"/>'.repeat(5)}<text data-recto-mark="7" x="9">North</text></svg>`;
  const { body } = new DOMParser().parseFromString(drawn, 'text/html');
  const address = decodeURIComponent(svgToDataUrl(body.children[0] as Element) ?? '');
  expect(address).toContain('<text x="9">North</text>');
});
