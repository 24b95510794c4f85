// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import { watchReturn } from '../../../src/ui/watch-return.ts';
import { trustEvents } from '../fakes/trust-events.ts';

const comeBack = (type: string) => window.dispatchEvent(new Event(type));

test('a return by focus or by the Back button is reported until watching ends', () => {
  trustEvents();
  const end = new AbortController();
  const onReturn = vi.fn();
  watchReturn(onReturn, end.signal);
  comeBack('focus');
  comeBack('pageshow');
  expect(onReturn).toHaveBeenCalledTimes(2);
  end.abort();
  comeBack('focus');
  expect(onReturn).toHaveBeenCalledTimes(2);
  vi.restoreAllMocks();
});

test('events dispatched by a script of the page do not count as a return', () => {
  const onReturn = vi.fn();
  watchReturn(onReturn, new AbortController().signal);
  comeBack('focus');
  comeBack('pageshow');
  expect(onReturn).not.toHaveBeenCalled();
});
