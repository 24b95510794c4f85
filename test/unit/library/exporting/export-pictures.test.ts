import { resolveObjectURL } from 'node:buffer';
import { afterEach, expect, test, vi } from 'vitest';
import { exportPictures } from '../../../../src/library/exporting/export-pictures.ts';

afterEach(() => vi.unstubAllGlobals());

/** An article whose text shows pictures from these addresses. */
const bodyOf = (addresses: readonly string[]): ParentNode => {
  const pictures = addresses.map((address) => ({ getAttribute: () => address }));
  return { querySelectorAll: () => pictures } as unknown as ParentNode;
};
const NONE = new Map<string, Blob | null>();

const CHART = '<svg xmlns="http://www.w3.org/2000/svg" width="100%"/>';

test.each([
  ['in base64', `data:image/svg+xml;base64,${btoa(CHART)}`],
  ['in base64 that is escaped', `data:image/svg+xml;base64,${encodeURIComponent(btoa(CHART))}`],
  ['escaped', `data:image/svg+xml,${encodeURIComponent(CHART)}`],
  ['as it is, with a percent sign of its own', `data:image/SVG+xml;charset=utf-8,${CHART}`],
])('a picture in the text is a file of its own: %s', async (_how, address) => {
  const [picture] = [...(await exportPictures(bodyOf([address]), NONE, false)).values()];
  expect(new TextDecoder().decode(picture?.bytes)).toBe(CHART);
  expect(picture).toMatchObject({ name: expect.stringMatching(/^[0-9a-f]{16}\.svg$/), type: 'image/svg+xml' });
});

test('the same picture at several addresses is one file, and files of unknown types are left out', async () => {
  const bytes = new Uint8Array([0, 255, 13, 10]);
  const kept = new Map<string, Blob | null>([
    ['https://a.example/1', new Blob([bytes], { type: 'image/PNG; x=y' })],
    ['https://a.example/2', new Blob([bytes], { type: 'image/png' })],
    ['https://a.example/other', new Blob([bytes], { type: 'image/x-unknown' })],
    ['https://a.example/lost', null],
  ]);
  const found = await exportPictures(bodyOf(['data:image/png;base64,AP8NCg==', 'data:image/png;base64,?']), kept, true);
  expect([...found.keys()]).toEqual(['https://a.example/1', 'https://a.example/2', 'data:image/png;base64,AP8NCg==']);
  const names = new Set([...found.values()].map(({ name }) => name));
  expect(names.size).toBe(1);
  for (const picture of found.values()) expect(picture).toMatchObject({ type: 'image/png', bytes });
});

/** Draws everything as the word `pixels`. As in Chromium, with a `foreignObject` in an SVG only from a `data:` address. */
function stubDrawing(): void {
  let drawn = '';
  vi.stubGlobal(
    'Image',
    class {
      naturalWidth = 9;
      naturalHeight = 9;
      decode = async () => undefined;
      set src(address: string) {
        drawn = address;
      }
    },
  );
  vi.stubGlobal(
    'OffscreenCanvas',
    class {
      getContext = () => null;
      async convertToBlob() {
        const source = drawn.startsWith('blob:') ? await resolveObjectURL(drawn)?.text() : '';
        if (source?.includes('foreignObject')) throw new DOMException('tainted', 'SecurityError');
        return new Blob(['pixels'], { type: 'image/png' });
      }
    },
  );
}

test('a diagram with labels in HTML is not lost', async () => {
  stubDrawing();
  const diagram = new Blob([CHART.replace('/>', '><foreignObject/></svg>')], { type: 'image/svg+xml' });
  const found = await exportPictures(bodyOf([]), new Map([['https://a.example/1', diagram]]), false);
  expect(found.get('https://a.example/1')).toMatchObject({ type: 'image/png' });
});

test.each([true, false])(
  'a drawing that could run scripts as a file becomes a picture of it: plain only is %s',
  async (plainOnly) => {
    stubDrawing();
    const active = new Blob([CHART.replace('/>', '><script>x()</script></svg>')], { type: 'image/svg+xml' });
    const found = await exportPictures(bodyOf([]), new Map([['https://a.example/1', active]]), plainOnly);
    const picture = found.get('https://a.example/1');
    expect(picture).toMatchObject({ name: expect.stringMatching(/\.png$/), type: 'image/png' });
    expect(new TextDecoder().decode(picture?.bytes)).toBe('pixels');
  },
);
