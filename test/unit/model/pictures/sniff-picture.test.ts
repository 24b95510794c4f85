import { expect, test } from 'vitest';
import { sniffPicture } from '../../../../src/model/pictures/sniff-picture.ts';

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

test.each([
  ['\x89PNG\r\n\x1a\n', 'image/png'],
  ['\xff\xd8\xff\xe0', 'image/jpeg'],
  ['GIF89a', 'image/gif'],
  ['RIFF\0\0\0\0WEBPVP8 ', 'image/webp'],
  ['\0\0\0\x20ftypavif', 'image/avif'],
  ['<?xml version="1.0"?>\n<!-- a chart -->\n<svg xmlns="http://www.w3.org/2000/svg">', 'image/svg+xml'],
])('%j is %s, whatever the server says', (start, type) => {
  expect(sniffPicture(bytes(start))).toBe(type);
});

test.each(['', '<!doctype html><html><svg></svg>', '{"error":"forbidden"}', '\0\0\0\x20ftypmp42'])(
  '%j is no picture',
  (start) => {
    expect(sniffPicture(bytes(start))).toBeNull();
  },
);
