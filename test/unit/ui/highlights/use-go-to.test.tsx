// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Highlight as Marked } from '../../../../src/model/highlight.ts';
import type { HighlightRootProps } from '../../../../src/ui/highlights/highlight-root.tsx';
import type { HighlightTools } from '../../../../src/ui/highlights/highlight-tools.ts';

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

test('the key that has led to a highlight leads on to the next, and colours one that was reached in another way', async () => {
  Range.prototype.getBoundingClientRect = () => new DOMRect(0, 300, 10, 10);
  Element.prototype.checkVisibility = () => true;
  vi.spyOn(document.documentElement, 'clientHeight', 'get').mockReturnValue(800);
  const body = document.createElement('article');
  body.innerHTML = '<p>The light</p><p>and the dark</p>';
  document.body.replaceChildren(body, host);
  const [onState, recolour] = [vi.fn<HighlightRootProps['onState']>(), vi.fn()];
  const nothing = () => undefined;
  const tools: Omit<HighlightTools, 'goTo'> = {
    ...{ highlights: [LIGHT, DARK], showBar: true, letterKeys: true, openNote: nothing },
    ...{ add: async () => null, recolour, remove: nothing, writeNote: nothing, fail: nothing },
  };
  const props = { body, translate: (key: string) => key, scroller: document.documentElement, onState };
  const draw = (goTo: string | null) =>
    act(() => render(<HighlightRoot {...props} tools={{ ...tools, goTo }} />, host));
  const offered = () => onState.mock.lastCall?.[0].actions ?? {};
  const press = () => act(async () => offered().highlight?.());
  await draw(null);
  for (const reached of ['The light', 'and the dark', 'The light']) {
    await press();
    expect([document.activeElement?.textContent, recolour.mock.calls.length]).toEqual([reached, 0]);
    expect(Object.keys(offered())).toContain('remove-highlight');
  }
  await act(async () => offered().close?.());
  await draw('dark');
  await press();
  expect(recolour.mock.lastCall?.[0].id).toBe('dark');
});
