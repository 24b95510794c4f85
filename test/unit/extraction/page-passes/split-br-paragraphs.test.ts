// @vitest-environment jsdom
import { expect, test } from 'vitest';
import type { PageContext } from '../../../../src/extraction/extraction-pass.ts';
import { splitBrParagraphs } from '../../../../src/extraction/page-passes/split-br-paragraphs.ts';

/** What the pass makes of the body of a page. */
function split(html: string): string {
  const clone = new DOMParser().parseFromString(html, 'text/html');
  splitBrParagraphs.run({ clone } as PageContext);
  return clone.body.innerHTML;
}

test.each(['font', 'span', 'old-text'])('lines stay as they are in a %s that holds paragraphs as well', (name) => {
  const html = `<div><${name}><p>A</p>one<br><br>two<br><br>three<br><br>four<p>B</p></${name}></div>`;
  expect(split(html)).toBe(html);
});

test('an inline element with a block in it is put into no paragraph, and ends its line', () => {
  expect(split('<div>one<br><br>two<br><br><font><i><p>A</p></i>three</font><br><br>four</div>')).toBe(
    '<div><p>one</p><p>two</p><font><i><p>A</p></i>three</font><br><p>four</p></div>',
  );
});

test('an anchor that is the target of a link is kept at the end of a line in italics', () => {
  expect(split('<div><i>one<br><br><a id="p2"></a></i>two</div>')).toBe(
    '<div><p><i>one</i></p><p><i><a id="p2"></a></i>two</p></div>',
  );
  expect(split('<div><i>one<br><br><a></a></i>two</div>')).toBe('<div><p><i>one</i></p><p>two</p></div>');
});

test.each(['div', 'p'])('a line that names another article is dropped when line breaks separate it in a %s', (name) => {
  const html = `<${name}>one<br><br>Lesen Sie auch: <a>Der zweite Bericht</a><br><br>two</${name}>`;
  expect(split(html)).toBe('<div><p>one</p><p>two</p></div>');
});
