// @vitest-environment jsdom
import { render } from 'preact';
import { useEffect } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { type PageWork, usePageWork } from '../../../src/popup/use-page-work.ts';

let work: PageWork;
let effectsRun = 0;
const root = document.createElement('div');

function Popup({ page }: { page: string }) {
  work = usePageWork(1, page);
  // After those of the hook.
  useEffect(() => {
    effectsRun += 1;
  }, [page]);
  return null;
}

afterEach(() => render(null, root));

test('what is begun as soon as the article is drawn, before any effect has run, is told', async () => {
  const before = effectsRun;
  render(<Popup page="one" />, root);
  work.run(async () => ({ what: 'archived', id: '1' }));
  expect(effectsRun).toBe(before);
  await vi.waitFor(() => expect(effectsRun).toBeGreaterThan(before));
  await act(async () => undefined);
  expect(work.done).toEqual({ what: 'archived', id: '1' });
});

test('what was done with the page before is no news of the next one', async () => {
  render(<Popup page="one" />, root);
  let end = () => {};
  work.run(async () => {
    await new Promise<void>((resolve) => {
      end = resolve;
    });
    return { what: 'archived', id: '1' };
  });
  render(<Popup page="two" />, root);
  end();
  await vi.waitFor(() => expect(work.busy).toBe(false));
  expect(work.done).toBeNull();
});

test('a second click while the first is worked off does nothing, and what the first did is told', async () => {
  render(<Popup page="one" />, root);
  const second = vi.fn(async () => null);
  work.run(async () => ({ what: 'archived', id: '1' }));
  work.run(second);
  await vi.waitFor(() => expect(work.done).toEqual({ what: 'archived', id: '1' }));
  expect(second).not.toHaveBeenCalled();
});
