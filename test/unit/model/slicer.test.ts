import { afterEach, expect, test, vi } from 'vitest';
import { slicer } from '../../../src/model/slicer.ts';

afterEach(() => void vi.restoreAllMocks());

test('a slice is over after 25 ms, and a new one begins with the pause', async () => {
  const now = vi.spyOn(performance, 'now').mockReturnValue(1000);
  const slice = slicer();
  now.mockReturnValue(1024);
  expect(slice.isOver()).toBe(false);
  now.mockReturnValue(1025);
  expect(slice.isOver()).toBe(true);
  await slice.pause();
  expect(slice.isOver()).toBe(false);
});

test('waiting tasks run in the pause', async () => {
  let answered = false;
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    answered = true;
  };
  port2.postMessage(null);
  const slice = slicer();
  await Promise.resolve();
  expect(answered).toBe(false);
  await slice.pause();
  expect(answered).toBe(true);
  port1.close();
});
