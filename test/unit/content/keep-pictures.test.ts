// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest';

const fakes = vi.hoisted(() => ({ readPicture: vi.fn(), send: vi.fn(), openPort: vi.fn(), endPort: vi.fn() }));
vi.mock('../../../src/content/pictures/read-picture.ts', () => ({ readPicture: fakes.readPicture }));
vi.mock('../../../src/messaging/ask-background.ts', () => ({ askBackground: fakes.send }));

vi.mock('../../../src/platform/picture-port.ts', () => ({ openPicturePort: fakes.openPort }));

const URLS = Array.from({ length: 9 }, (_, index) => `https://news.example/${index}.jpg`);
const NOTHING = { picture: null, problem: 'refused', size: null };
/** Readings under way, by address; calling one ends it. */
let open: Map<string, () => void>;

beforeEach(async () => {
  open = new Map();
  fakes.endPort.mockReset();
  fakes.openPort.mockReset().mockReturnValue(fakes.endPort);
  fakes.send.mockReset().mockResolvedValue(undefined);
  fakes.readPicture.mockReset().mockImplementation(
    (url: string) =>
      new Promise((resolve) =>
        open.set(url, () => {
          open.delete(url);
          resolve(NOTHING);
        }),
      ),
  );
  Reflect.deleteProperty(globalThis, 'rectoPictures');
  vi.resetModules();
  await import('../../../src/content/keep-pictures.iife.ts');
});

const reported = () => fakes.send.mock.calls.map(([, { url }]) => url);
const readings = () => fakes.readPicture.mock.calls.map(([url]) => url);

test('a second request while pictures are being read starts no more at once, and reads no picture twice', async () => {
  globalThis.rectoPictures?.read('a1', URLS);
  for (let turn = 1; turn <= URLS.length; turn += 1) {
    // Each picture that is kept has the background ask for all that wait.
    globalThis.rectoPictures?.read('a1', URLS.slice(turn - 1));
    expect(open.size).toBeLessThanOrEqual(3);
    [...open.values()][0]?.();
    await vi.waitFor(() => expect(reported()).toHaveLength(turn));
  }
  expect(readings()).toEqual(URLS);
});

test('a picture that was reported can be requested again, and one that cannot be reported does not hold up others', async () => {
  fakes.send.mockRejectedValue(new Error('no answer'));
  for (const times of [1, 2]) {
    globalThis.rectoPictures?.read('a1', URLS.slice(0, 1));
    [...open.values()][0]?.();
    await vi.waitFor(() => expect(reported()).toHaveLength(times));
    await new Promise(setImmediate);
  }
});

test('the background knows that a page has pictures to tell of, until it has told of the last', async () => {
  globalThis.rectoPictures?.read('a1', URLS.slice(0, 2));
  globalThis.rectoPictures?.read('a1', URLS.slice(0, 2));
  expect(fakes.openPort.mock.calls).toEqual([['a1']]);
  for (const told of [1, 2]) {
    expect(fakes.endPort).not.toHaveBeenCalled();
    [...open.values()][0]?.();
    await vi.waitFor(() => expect(reported()).toHaveLength(told));
  }
  await vi.waitFor(() => expect(fakes.endPort).toHaveBeenCalledOnce());
});
