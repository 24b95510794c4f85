// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, test, vi } from 'vitest';
import { describeRange } from '../../../../src/highlighting/find-anchor.ts';
import { mapText } from '../../../../src/highlighting/text-map.ts';
import { seenText, usePassage } from '../../../../src/ui/highlights/use-passage.ts';
import { sampleHighlight } from '../../fakes/sample-highlight.ts';

function copied(html: string): string {
  document.body.innerHTML = html;
  const range = document.createRange();
  range.setStart(document.querySelector('p')?.firstChild as Text, 4);
  range.setEndAfter(document.querySelector('p:last-child') as Element);
  const anchor = describeRange(mapText(document.body), range);
  if (!anchor) throw new Error('nothing is selected');
  return seenText(document.body, { kind: 'selection', anchor, range });
}

test('a passage is copied without the blocks that are hidden in it', () => {
  expect(copied('<p>The lamp</p><p>burns</p><p>all night</p>')).toBe('lamp\nburns\nall night');
  expect(copied('<p>The lamp</p><p data-hidden>burns</p><p>all night</p>')).toBe('lamp\nall night');
});

test('with the beginning of a selection the highlight that was clicked before is no longer active', async () => {
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
  const [body, host] = [document.createElement('article'), document.createElement('div')];
  body.innerHTML = '<p>The lamp burns</p>';
  document.body.replaceChildren(body, host);
  let followed: ReturnType<typeof usePassage> | undefined;
  function Probe() {
    followed = usePassage(body, []);
    return null;
  }
  await act(() => render(<Probe />, host));
  await act(() => followed?.setPassage({ kind: 'highlight', highlight: sampleHighlight(), range: new Range() }));
  const select = (end: number) =>
    act(() => {
      document
        .getSelection()
        ?.setBaseAndExtent(body.firstChild?.firstChild as Text, 4, body.firstChild?.firstChild as Text, end);
      document.dispatchEvent(new Event('selectionchange'));
    });
  await select(4);
  expect(followed?.passage?.kind).toBe('highlight');
  await select(8);
  expect(followed?.passage).toBeNull();
  await vi.waitFor(() => expect(followed?.passage?.kind).toBe('selection'));
  act(() => render(null, host));
  vi.unstubAllGlobals();
});
