import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { withinDeadline } from '../../../src/platform/within-deadline.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const never = () => new Promise<string>(() => undefined);

test('what takes too long is reported, and no sooner', async () => {
  const heard = vi.fn();
  void withinDeadline(never(), 5000).catch(heard);
  await vi.advanceTimersByTimeAsync(4999);
  expect(heard).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(heard).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ name: 'RectoError', code: 'timeout' }));
});

test('it is reported under the code that the caller gives', async () => {
  const late = withinDeadline(never(), 10, 'no-answer', 'the background is silent').catch((thrown: unknown) => thrown);
  await vi.advanceTimersByTimeAsync(10);
  expect(await late).toMatchObject({ code: 'no-answer', message: 'the background is silent' });
});

test('what is done or fails in time is passed on, and no timer is left', async () => {
  expect(await withinDeadline(Promise.resolve('done'), 10)).toBe('done');
  await expect(withinDeadline(Promise.reject(new Error('no')), 10)).rejects.toThrow('no');
  expect(vi.getTimerCount()).toBe(0);
});
