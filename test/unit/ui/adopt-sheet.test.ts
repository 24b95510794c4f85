// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { adoptSheet } from '../../../src/ui/adopt-sheet.ts';

test.each([
  ['a document', () => document.body],
  ['a shadow tree', () => document.createElement('div').attachShadow({ mode: 'open' })],
])('%s loses its sheet at the end, and keeps those that others gave it', (_where, make) => {
  const node = make();
  const root = node.getRootNode() as Document | ShadowRoot;
  const [end, other] = [new AbortController(), new AbortController()];
  const first = adoptSheet(node, 'p { color: red }', other.signal);
  const sheet = adoptSheet(node, 'p { color: green }', end.signal);
  const last = adoptSheet(node, 'p { color: blue }', other.signal);
  const adopted = () => [...root.adoptedStyleSheets].map((each) => [first, sheet, last].indexOf(each));
  expect(adopted()).toEqual([0, 1, 2]);
  end.abort();
  expect(adopted()).toEqual([0, 2]);
  other.abort();
  expect(adopted()).toEqual([]);
});

test('what stands in neither gets a sheet that nobody has adopted', () => {
  const end = new AbortController();
  expect(adoptSheet(document.createElement('p'), 'p { color: red }', end.signal)).toBeInstanceOf(CSSStyleSheet);
  expect(() => end.abort()).not.toThrow();
  expect([...document.adoptedStyleSheets]).toEqual([]);
});
