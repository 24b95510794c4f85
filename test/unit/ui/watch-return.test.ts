// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import { watchReturn } from '../../../src/ui/watch-return.ts';
import { trustEvents } from '../fakes/trust-events.ts';

const comeBack = (type: string) => window.dispatchEvent(new Event(type));

test('who comes back by the window or by the Back button is told, until it is ended', () => {
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

test('what a script of the page dispatches is no return', () => {
  const onReturn = vi.fn();
  watchReturn(onReturn, new AbortController().signal);
  comeBack('focus');
  comeBack('pageshow');
  expect(onReturn).not.toHaveBeenCalled();
});
