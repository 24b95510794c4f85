// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, test, vi } from 'vitest';
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
