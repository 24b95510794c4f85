// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Readability } from '@mozilla/readability';
import { expect, test } from 'vitest';
import { slimReadabilitySource } from '../../../scripts/build/slim-readability.ts';

const FILE = createRequire(import.meta.url).resolve('@mozilla/readability/Readability.js');
const WHOLE = readFileSync(FILE, 'utf8');
const SLIM = slimReadabilitySource(WHOLE);
const SENTENCE =
  'The keeper carried oil up the ninety-one steps, twice a night, in every weather that the coast could send.';
const PARAGRAPHS = `<p>${SENTENCE}</p>`.repeat(6);

const PAGES: [what: string, body: string][] = [
  [
    'an article beside navigation',
    `<nav><a href="/a">Home</a></nav><article>${PARAGRAPHS}</article><footer>Imprint</footer>`,
  ],
  ['text between line breaks', `<div class="content">${`${SENTENCE}<br><br>`.repeat(6)}</div>`],
  [
    'a data table and a layout table',
    `<main>${PARAGRAPHS}<table><tr><th>Year</th></tr><tr><td>1902</td></tr></table><table><tr><td>${SENTENCE}</td></tr></table></main>`,
  ],
  [
    'lists of links, forms and frames',
    `<div id="main">${PARAGRAPHS}<ul><li><a href="/x">Other</a></li></ul><form><input></form><iframe src="https://ads.example"></iframe></div>`,
  ],
  ['too little text for the strict rules', `<div class="comment">${SENTENCE}</div>`],
];

async function textKept(Reader: typeof Readability, body: string): Promise<string | null | undefined> {
  const again = () =>
    new DOMParser().parseFromString(`<!doctype html><title>Light</title><body>${body}</body>`, 'text/html');
  const serializer = (element: Node) => element;
  const options = { charThreshold: 250, keepClasses: true, disableJSONLD: true, serializer, again };
  const read = await new Reader<Node>(again(), options).parse();
  return read?.content?.textContent;
}

test.each(PAGES)('the slim Readability keeps the same text of %s', async (_what, body) => {
  const { Readability: Slim } = await import(`data:text/javascript,${encodeURIComponent(SLIM)}`);
  const { default: Whole } = await import(FILE);
  expect(await textKept(Slim, body)).toBe(await textKept(Whole, body));
});

test('at least two fifths of the library is left out', () => {
  const size = (source: string) => source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '').replace(/\s+/g, ' ').length;
  expect(size(SLIM)).toBeLessThan(size(WHOLE) * 0.6);
  expect(SLIM).not.toMatch(/ld\+json|console|\bthis\b/);
});

test.each([
  [
    'a statement that is left out',
    'node.getAttribute("aria-modal") == "true"',
    '"true" == node.getAttribute("aria-modal")',
  ],
  ['another of the same kind', 'if (isPaging)', 'if (isPaging === true)'],
  ['what is shortened', '|hentry|h-entry|', '|'],
])('a release without %s is refused', (_what, was, is) => {
  expect(WHOLE).toContain(was);
  expect(() => slimReadabilitySource(WHOLE.replaceAll(was, () => is))).toThrow('look at scripts/build');
});

test('a release without a method that is replaced is refused', () => {
  expect(() => slimReadabilitySource(WHOLE.replaceAll('_cleanStyles', '_dropStyles'))).toThrow('_cleanStyles');
});
