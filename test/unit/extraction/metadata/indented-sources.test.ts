// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { chooseByline } from '../../../../src/extraction/metadata/choose-byline.ts';
import { choosePublishedTime } from '../../../../src/extraction/metadata/choose-published-time.ts';

/** Templates indent their lines, some of them deeply; limits of length are for what a reader sees. */
const INDENT = `\n${' '.repeat(120)}`;

const URL = 'https://www.example.com/';
const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');
const dateIn = (html: string) =>
  choosePublishedTime(parse(html), URL, { now: new Date('2026-06-01T12:00Z'), lang: 'en' });

test.each([
  ['that an element marks', '<time datetime="2024-05-03">Friday</time>'],
  ['beside others', '<span>The lamp room</span>{indent}3 May{indent}2024<i>Harbour</i>'],
])('a day %s is found in a paragraph with deep indents', (_what, line) => {
  const html = `<p>${INDENT}${line.replaceAll('{indent}', INDENT)}${INDENT}</p>`;
  expect(dateIn(html)).toBe('2024-05-03');
});

test('a name is found in a paragraph with deep indents', () => {
  expect(
    chooseByline(parse(`<p>${INDENT}<span>The lamp room</span>${INDENT}<b>By Ida Berg</b>${INDENT}</p>`), URL),
  ).toBe('Ida Berg');
});

test('a name is read to its end through deep indents', () => {
  const line = `<i>${INDENT}</i>${INDENT}<i>${INDENT}</i>${INDENT}<b>Ida${INDENT}Berg</b>`;
  expect(chooseByline(parse(`<div class="author">${INDENT}${line}</div>`), URL)).toBe('Ida Berg');
});
