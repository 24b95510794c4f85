// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Highlight as Marked } from '../../../../src/model/highlights/highlight.ts';
import type { HighlightRootProps } from '../../../../src/ui/highlights/highlight-root.tsx';
import type { GoTo, HighlightTools } from '../../../../src/ui/highlights/highlight-tools.ts';

vi.mock('../../../../src/ui/highlights/place-bar.ts', async (load) => ({
  ...(await load<typeof import('../../../../src/ui/highlights/place-bar.ts')>()),
  standingBar: () => ({ above: 0, below: 0 }),
}));
const { HighlightRoot } = await import('../../../../src/ui/highlights/highlight-root.tsx');

const host = document.createElement('div');

beforeEach(() => {
  vi.stubGlobal('CSS', { highlights: new Map() });
  vi.stubGlobal('Highlight', class {});
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
});
afterEach(() => {
  act(() => render(null, host));
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const [LIGHT, DARK]: [Marked, Marked] = [
  { ...{ id: 'light', exact: 'light', start: 4, end: 9 }, ...madeAlike() },
  { ...{ id: 'dark', exact: 'dark', start: 18, end: 22 }, ...madeAlike() },
];

function madeAlike() {
  return { prefix: '', suffix: '', articleId: 'a', colour: 'yellow', note: '', createdAt: 0, changedAt: 0 } as const;
}

/** Two highlights in view; `openNote` as the surface has it: null where notes are typed in place. */
function drawn(openNote: HighlightTools['openNote']) {
  Range.prototype.getBoundingClientRect = () => new DOMRect(0, 300, 10, 10);
  Element.prototype.checkVisibility = () => true;
  vi.spyOn(document.documentElement, 'clientHeight', 'get').mockReturnValue(800);
  const body = document.createElement('article');
  body.innerHTML = '<p>The light</p><p>and the dark</p>';
  document.body.replaceChildren(body, host);
  const [onState, recolour] = [vi.fn<HighlightRootProps['onState']>(), vi.fn()];
  const nothing = () => undefined;
  const tools: Omit<HighlightTools, 'goTo'> = {
    ...{ highlights: [LIGHT, DARK], showBar: true, letterKeys: true, openNote },
    ...{ add: async () => null, recolour, remove: nothing, writeNote: nothing, fail: nothing },
  };
  const props = { body, translate: (key: string) => key, scroller: document.documentElement, onState };
  const draw = (goTo: GoTo | null) => act(() => render(<HighlightRoot {...props} tools={{ ...tools, goTo }} />, host));
  const offered = () => onState.mock.lastCall?.[0].actions ?? {};
  const run = (action: 'highlight' | 'note' | 'close') => act(async () => offered()[action]?.());
  return { draw, offered, run, recolour };
}

test('the key that has led to a highlight leads on to the next, and colours one that was reached in another way', async () => {
  const { draw, offered, run, recolour } = drawn(() => undefined);
  await draw(null);
  for (const reached of ['The light', 'and the dark', 'The light']) {
    await run('highlight');
    expect([document.activeElement?.textContent, recolour.mock.calls.length]).toEqual([reached, 0]);
    expect(Object.keys(offered())).toContain('remove-highlight');
  }
  await run('close');
  await draw({ id: 'dark', note: false });
  await run('highlight');
  expect(recolour.mock.lastCall?.[0].id).toBe('dark');
});

test('where a note has been opened since, the key colours its highlight, and opens no note of the next', async () => {
  const { draw, run, recolour } = drawn(null);
  await draw(null);
  await run('highlight');
  await run('note');
  expect(host.querySelector('textarea')).not.toBeNull();
  await run('highlight');
  expect(recolour.mock.lastCall?.[0].id).toBe('light');
  await run('close');
  await run('highlight');
  expect([document.activeElement?.textContent, host.querySelector('textarea')]).toEqual(['and the dark', null]);
});

test('a highlight in the address has the keys, and its note has them only where it is to be typed', async () => {
  const { draw, offered } = drawn(null);
  await draw({ id: 'dark', note: false });
  expect([document.activeElement?.textContent, host.querySelector('textarea')]).toEqual(['and the dark', null]);
  expect(host.querySelector('.highlight-bar')).not.toBeNull();
  expect(Object.keys(offered())).toContain('remove-highlight');
  await draw({ id: 'dark', note: true });
  expect(document.activeElement).toBe(host.querySelector('textarea'));
});
