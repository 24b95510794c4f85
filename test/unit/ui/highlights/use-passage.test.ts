// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { describeRange } from '../../../../src/highlighting/find-anchor.ts';
import { mapText } from '../../../../src/highlighting/text-map.ts';
import { seenText } from '../../../../src/ui/highlights/use-passage.ts';

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
