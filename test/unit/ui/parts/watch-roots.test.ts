// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest';
import { watchRoots } from '../../../../src/ui/parts/watch-roots.ts';

const end = new AbortController();
afterEach(() => end.abort());

/** Puts an element with a shadow root below the body; gives what fires a `toggle` event in that. */
function addRoot(): () => void {
  const inside = document.createElement('div');
  document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' }).append(inside);
  return () => inside.dispatchEvent(new Event('toggle'));
}

test('a large page is gone through in turns from its end, where what covers it mostly stands', async () => {
  const toggleFirst = addRoot();
  for (let count = 0; count < 2000; count += 1) document.body.append(document.createElement('p'));
  const toggleLast = addRoot();
  const host = document.documentElement.appendChild(document.createElement('div'));
  const heard = vi.fn();
  const look = vi.fn();
  watchRoots(host, heard, look, end.signal);
  toggleFirst();
  expect(heard).not.toHaveBeenCalled();
  toggleLast();
  expect(heard).toHaveBeenCalledOnce();
  look.mockClear();
  await vi.waitFor(() => expect(look).toHaveBeenCalled());
  toggleFirst();
  expect(heard).toHaveBeenCalledTimes(2);
  end.abort();
  toggleFirst();
  toggleLast();
  expect(heard).toHaveBeenCalledTimes(2);
});
