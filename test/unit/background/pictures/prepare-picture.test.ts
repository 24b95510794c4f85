import { afterEach, expect, test, vi } from 'vitest';
import { isAnimated } from '../../../../src/background/pictures/prepare-picture.ts';

/** The beginning of a WebP file: the size of the file, the flags of its extended header, the chunk after it. */
function webp(size: number, flags: number, next: string): Blob {
  const bytes = Buffer.alloc(64);
  bytes.write('RIFF', 0, 'latin1');
  bytes.writeUInt32LE(size, 4);
  bytes.write('WEBPVP8X', 8, 'latin1');
  bytes.writeUInt32LE(10, 16);
  bytes.writeUInt8(flags, 20);
  bytes.write(next, 30, 'latin1');
  return new Blob([bytes]);
}

/** Flags of a WebP file (https://developers.google.com/speed/webp/docs/riff_container#extended_file_format). */
const [MOVES, COLOURS] = [0x02, 0x20];

test.each([
  ['with its frames at once', webp(4096, MOVES, 'ANIM'), true],
  ['with a line break among the bytes of its size', webp(0x0a0d, MOVES, 'ANIM'), true],
  ['with a colour profile before its frames', webp(4096, MOVES | COLOURS, 'ICCP'), true],
  ['that stands still', webp(4096, COLOURS, 'ICCP'), false],
])('a WebP picture %s', async (_what, picture, moves) => {
  expect(await isAnimated(picture)).toBe(moves);
});

afterEach(() => vi.unstubAllGlobals());

test('an animated PNG is told by a chunk, and an animated AVIF by its brand', async () => {
  // As in browsers, where latin1 is windows-1252 (https://encoding.spec.whatwg.org/#names-and-labels); Node reads it byte for byte.
  const decode = (bytes: ArrayBuffer) => Buffer.from(bytes).toString('latin1').replaceAll('\x89', '\u2030');
  vi.stubGlobal(
    'TextDecoder',
    class {
      decode = decode;
    },
  );
  const latin1 = (text: string) => new Blob([Buffer.from(text, 'latin1')]);
  expect(await isAnimated(latin1('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\bacTL'))).toBe(true);
  expect(await isAnimated(latin1('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\bIDAT'))).toBe(false);
  expect(await isAnimated(latin1('\0\0\0\nftypavis'))).toBe(true);
  expect(await isAnimated(latin1('\0\0\0\nftypavif'))).toBe(false);
});
