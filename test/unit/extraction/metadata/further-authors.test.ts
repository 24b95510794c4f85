// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { chooseByline } from '../../../../src/extraction/metadata/choose-byline.ts';

const bylineOf = (html: string): string | null =>
  chooseByline(new DOMParser().parseFromString(html, 'text/html'), 'https://www.example.com/a');

test('finds the author in the last line, in bold and to the right', () => {
  const line = '<p style="text-align:right;"><strong>Minh Anh</strong></p>';
  expect(bylineOf(`<article><p>The harbour froze from the north.</p>${line}</article>`)).toBe('Minh Anh');
  expect(bylineOf(`<article>${line}<p>The harbour froze from the north.</p></article>`)).toBeNull();
});

test.each(['Words: Ann Lee', 'लेखक: राम शर्मा', '文字：王小明'])('takes the name behind a label: %s', (line) =>
  expect(bylineOf(`<p>${line}</p>`)).toBe(line.replace(/^.*[:：]\s*/, '')),
);

test.each(['writer__name', 'writeBy', 'contributor-name'])('finds an author that a site marks as %s', (name) =>
  expect(bylineOf(`<div><span class="${name}">Ann Lee</span> <span>10:19</span></div>`)).toBe('Ann Lee'),
);
