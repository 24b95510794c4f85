// @vitest-environment jsdom

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConverterFactory } from 'opencc-js/core';
import STCharacters from 'opencc-js/dict/STCharacters';
import STPhrases from 'opencc-js/dict/STPhrases';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, expect, test, vi } from 'vitest';
import { slimPhrases } from '../../../../scripts/build/slim-han-phrases.ts';
import { describeRange } from '../../../../src/highlighting/find-anchor.ts';
import { placeHighlights } from '../../../../src/highlighting/place-highlights.ts';
import { mapText } from '../../../../src/highlighting/text-map.ts';
import type { Highlight } from '../../../../src/model/highlights/highlight.ts';
import { convertHan, showHanScript } from '../../../../src/ui/parts/show-han-script.ts';

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

test('the written characters come back', () => {
  const end = new AbortController();
  show(end.signal);
  expect(body.textContent).toBe('这个滩头，灯塔与渔网。');
  end.abort();
  expect(body.textContent).toBe('這個灘頭，燈塔與漁網。');
});

test('a title that is split into words after the first paint is converted then, and is written as before at the end', async () => {
  const page = document.querySelector('.page') as HTMLElement;
  const head = document.createElement('header');
  head.className = 'page-head';
  page.prepend(head);
  act(() => render('這個標題說明轉換', head));
  const end = new AbortController();
  show(end.signal);
  expect(body.textContent).toBe('这个滩头，灯塔与渔网。');
  act(() => render(['這個', '標題', '說明', '轉換'], head));
  await vi.waitFor(() => expect(head.textContent).toBe('这个标题说明转换'));
  end.abort();
  expect(head.textContent).toBe('這個標題說明轉換');
});

test('a highlight of the written characters is found while converted ones are shown', () => {
  show(new AbortController().signal);
  const onPlaced = vi.fn();
  placeHighlights(mapText(body), [made('燈塔與漁網', 5)], onPlaced);
  const [{ placed, lost }] = onPlaced.mock.lastCall ?? [];
  expect(lost).toEqual([]);
  expect(placed.map(({ range }: { range: Range }) => String(range))).toEqual(['灯塔与渔网']);
});

test('a highlight that is made meanwhile is stored in the written characters', () => {
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

test('characters with several traditional forms are converted by the phrase they are in', () => {
  const convert = convertHan('traditional');
  expect(convert('皇后后来剪了头发，发现干净的台风过去了')).toBe('皇后後來剪了頭髮，發現乾淨的颱風過去了');
  expect(convertHan('simplified')('皇后後來剪了頭髮')).toBe('皇后后来剪了头发');
});

test('the shortened dictionary is a quarter of the full one and converts our Chinese pages in the same way', () => {
  const slim = slimPhrases(STPhrases, STCharacters);
  expect(slim.length).toBeLessThan(STPhrases.length / 4);
  const whole = ConverterFactory([[STPhrases, STCharacters]]);
  const short = ConverterFactory([[slim, STCharacters]]);
  const site = join(import.meta.dirname, '../../../site/zh-Hans');
  const texts = readdirSync(site).map((file) => readFileSync(join(site, file), 'utf8'));
  expect(texts.length).toBeGreaterThan(2);
  for (const text of texts) expect(short(text)).toBe(whole(text));
});
