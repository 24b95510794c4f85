// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, test, vi } from 'vitest';
import type { Passage } from '../../../../src/ui/highlights/use-passage.ts';
import { usePassageActions } from '../../../../src/ui/highlights/use-passage-actions.ts';
import { sampleHighlight } from '../../fakes/sample-highlight.ts';

test('the words of a highlight that another window has removed can be highlighted anew', async () => {
  const gone = sampleHighlight();
  const add = vi.fn(async () => sampleHighlight({ id: 'new' }));
  const select = vi.fn();
  const passage = { kind: 'highlight', highlight: gone, range: new Range() } as const;
  let actions: ReturnType<typeof usePassageActions> | undefined;
  function Probe() {
    actions = usePassageActions(document.body, passage, { highlights: [], add } as never, select);
    return null;
  }
  await act(() => render(<Probe />, document.body));
  await act(() => actions?.cycle());
  const { exact, prefix, suffix, start, end } = gone;
  expect(add).toHaveBeenCalledExactlyOnceWith({ exact, prefix, suffix, start, end, colour: 'yellow' });
  expect(select).toHaveBeenCalledWith(expect.objectContaining({ highlight: sampleHighlight({ id: 'new' }) }));
});

/** The actions of a passage, which `show` may change, with what the surface gives. */
async function actionsOf(first: Passage, tools: object) {
  const select = vi.fn();
  let actions: ReturnType<typeof usePassageActions> | undefined;
  function Probe({ passage }: { passage: Passage }) {
    actions = usePassageActions(document.body, passage, { highlights: [], ...tools } as never, select);
    return null;
  }
  const show = (passage: Passage) => act(() => render(<Probe passage={passage} />, document.body));
  await show(first);
  return {
    select,
    show,
    act: (run: (all: NonNullable<typeof actions>) => unknown) =>
      act(async () => void (actions && (await run(actions)))),
  };
}

const selection = (start: number, end: number): Passage => ({
  ...{ kind: 'selection', range: new Range() },
  anchor: { exact: 'The lamps', prefix: '', suffix: '', start, end },
});

test('the note of a selection is opened once that is highlighted, and not where it could not be', async () => {
  const added = sampleHighlight({ id: 'new' });
  const add = vi.fn(async (): Promise<typeof added | null> => added);
  const { select, act } = await actionsOf(selection(0, 9), { add, openNote: null });
  await act((all) => all.note());
  expect(select).toHaveBeenLastCalledWith(expect.objectContaining({ kind: 'highlight', highlight: added }), true);
  add.mockResolvedValueOnce(null);
  select.mockClear();
  await act((all) => all.note());
  expect(select).not.toHaveBeenCalled();
});

test('where a note cannot be typed, the page where it can is opened', async () => {
  const added = sampleHighlight({ id: 'new' });
  const openNote = vi.fn();
  const { act } = await actionsOf(selection(0, 9), { add: async () => added, openNote });
  await act((all) => all.note());
  expect(openNote).toHaveBeenCalledExactlyOnceWith(added);
});

test.each([
  ['begins', selection(0, 30)],
  ['ends', selection(4, 9)],
])('a longer or shorter selection that %s where the highlighted one does is left alone', async (_what, next) => {
  let keep: (added: object) => void = () => undefined;
  const add = () => new Promise((resolve) => (keep = resolve));
  const { select, show, act } = await actionsOf(selection(0, 9), { add });
  await act((all) => void all.highlight());
  await show(next);
  await act(() => keep(sampleHighlight()));
  expect(select).not.toHaveBeenCalled();
});

test('a highlight is removed, and the next one has the colour that was chosen last', async () => {
  const marked = sampleHighlight();
  const tools = { highlights: [marked], remove: vi.fn(), recolour: vi.fn(), add: vi.fn(async () => null) };
  const { select, show, act } = await actionsOf({ kind: 'highlight', highlight: marked, range: new Range() }, tools);
  await act((all) => all.recolour('pink'));
  await act((all) => all.remove());
  expect(tools.remove).toHaveBeenCalledExactlyOnceWith(marked);
  expect(select).toHaveBeenLastCalledWith(null);
  await show(selection(40, 49));
  await act((all) => all.highlight());
  expect(tools.add).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ colour: 'pink', start: 40 }));
});
