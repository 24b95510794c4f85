// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest';
import { describeRange } from '../../../../src/highlighting/describe-range.ts';
import { mapText } from '../../../../src/highlighting/text-map.ts';
import type { Highlight } from '../../../../src/model/highlight.ts';
import { placeHighlights } from '../../../../src/ui/highlights/use-painted.ts';
import { showHanScript } from '../../../../src/ui/parts/show-han-script.ts';

let body: HTMLElement;
beforeEach(() => {
  document.body.innerHTML = '<div class="page"><article><p>這個灘頭，<em>燈塔</em>與漁網。</p></article></div>';
  body = document.querySelector('article') as HTMLElement;
});

const show = (signal: AbortSignal) =>
  showHanScript(document.querySelector('.page') as HTMLElement, 'simplified', signal);

function made(exact: string, start: number): Highlight {
  const place = { exact, prefix: '', suffix: '', start, end: start + exact.length };
  return { ...place, id: 'h', articleId: 'a', colour: 'yellow', note: '', createdAt: 0, changedAt: 0 };
}

test('what was written comes back', () => {
  const end = new AbortController();
  show(end.signal);
  expect(body.textContent).toBe('这个滩头，灯塔与渔网。');
  end.abort();
  expect(body.textContent).toBe('這個灘頭，燈塔與漁網。');
});

test('a highlight of what was written is found while the other characters are shown', () => {
  show(new AbortController().signal);
  const { placed, lost } = placeHighlights(body, [made('燈塔與漁網', 5)]);
  expect(lost).toEqual([]);
  expect(placed.map(({ range }) => String(range))).toEqual(['灯塔与渔网']);
});

test('a highlight that is made meanwhile is one of what was written', () => {
  const end = new AbortController();
  show(end.signal);
  const range = document.createRange();
  range.selectNodeContents(body.querySelector('em') as HTMLElement);
  expect(describeRange(mapText(body), range)).toMatchObject({
    exact: '燈塔',
    prefix: '這個灘頭，',
    suffix: '與漁網。',
  });
});
