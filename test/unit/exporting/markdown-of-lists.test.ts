// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { asPage, text, there, toMarkdown } from './read-markdown.ts';

test('nested lists and other content between items are written', () => {
  const page = there('<ul><li>One</li><ul><li>Below one</li></ul><li>Two</li><p>Of two</p></ul>');
  expect([...page.querySelectorAll('ul > li')].map(text)).toEqual(['One Below one', 'Below one', 'Two Of two']);
  expect(text(there('<ul>Loose words<li>One</li></ul>'))).toBe('Loose words One');
  expect(text(there('<dl>Loose words<dt>Term</dt><dd>Meaning</dd><p>Paragraph</p></dl>'))).toBe(
    'Loose words Term Meaning Paragraph',
  );
});

test('content before the first item precedes the list, and a list without items becomes paragraphs', () => {
  expect(toMarkdown('<ol>Loose <b>words</b><li>One</li><li>Two</li></ol>')).toBe('Loose **words**\n\n1. One\n2. Two\n');
  expect(toMarkdown('<ol reversed>Loose<li>Two</li><li>One</li></ol>')).toBe('Loose\n\n2. Two\n\n1) One\n');
  expect(toMarkdown('<ul>Words</ul>')).toBe('Words\n');
});

test('negative numbers become text behind a bullet', () => {
  expect(toMarkdown('<ol reversed start="1"><li>a</li><li>b</li><li><b>c</b></li><li><pre>d</pre></li></ol>')).toBe(
    '1. a\n\n0) b\n\n- -1. **c**\n- -2.\n  ```\n  d\n  ```\n',
  );
  expect(toMarkdown('<ol start="-1"><li>a</li><li>b</li><li>c</li></ol>')).toBe('- -1. a\n\n0. b\n1. c\n');
  // Not the number that the bullet's list would come to next.
  expect(toMarkdown('<ol><li value="-1">a</li><li value="1">b</li></ol>')).toBe('- -1. a\n\n1. b\n');
});

test('a list that continues another keeps its first number, by start or by value', () => {
  expect(toMarkdown('<ol><li value="4">four</li><li>five</li></ol>')).toBe('4. four\n5. five\n');
  expect(toMarkdown('<ol start="4"><li>four</li></ol>')).toBe('4. four\n');
  expect(toMarkdown('<ol start="4"><li value="7">seven</li></ol>')).toBe('7. seven\n');
  const jumping = toMarkdown('<ol><li>one</li><li value="2">two</li><li value="5">five</li><li>six</li></ol>');
  expect(jumping).toBe('1. one\n2. two\n\n5) five\n6) six\n');
  expect([...asPage(jumping).querySelectorAll('ol')].map((list) => list.start)).toEqual([1, 5]);
});

test('a list within a footnote is part of it, and is written once', () => {
  const notes = '<li id="a">One<ul><li id="a1">of one</li></ul></li><li id="b">Two</li>';
  const markdown = toMarkdown(
    `<p>Text<a href="#a" role="doc-noteref">1</a><a href="#b" role="doc-noteref">2</a></p>
     <section class="footnotes"><ol>${notes}</ol></section>`,
  );
  expect(markdown).toBe('Text[^1][^2]\n\n[^1]: One\n\n    - of one\n[^2]: Two\n');
});

test('text after a list at the beginning of an item does not join the last item of that list', () => {
  const inner = '<ul><li>inner</li></ul>';
  const items = (rest: string) => [...there(`<ol><li>${inner}${rest}</li><li>two</li></ol>`).querySelectorAll('ul li')];
  expect(items('<p>behind</p>').map(text)).toEqual(['inner']);
  expect(items('<table><tr><td>cell</td></tr></table>').map(text)).toEqual(['inner']);
  expect(toMarkdown(`<ul><li>One${inner}</li><li>Two</li></ul>`)).toBe('- One\n  - inner\n- Two\n');
  expect(toMarkdown('<ul><li><p>One</p><p>more</p></li><li>Two</li></ul>')).toBe('- One\n\n  more\n\n- Two\n');
});

test('an empty heading is not written, and a list may begin with 0 but not with a number that Markdown does not allow', () => {
  expect(toMarkdown('<h4> </h4><h5>Five</h5><h6>Six</h6>')).toBe('##### Five\n\n###### Six\n');
  expect(toMarkdown('<ol start="0"><li>a</li><li>b</li></ol>')).toBe('0. a\n1. b\n');
  expect(toMarkdown('<ol start="20260503101500"><li>a</li></ol>')).toBe('1. a\n');
});

test('a reversed list has the numbers of the page', () => {
  const numbers = (html: string) =>
    [...there(html).querySelectorAll('ol')].map(
      (list) => `${list.start}${list.children.length > 1 ? '…' : ''} ${text(list)}`,
    );
  expect(numbers('<ol reversed><li>c</li><li>b</li><li>a</li></ol>')).toEqual(['3 c', '2 b', '1 a']);
  expect(numbers('<ol reversed start="10"><li>j</li><li value="5">e</li><li>d</li></ol>')).toEqual([
    '10 j',
    '5 e',
    '4 d',
  ]);
  expect(numbers('<ol><li>a</li><li>b</li><li value="7">g</li><li>h</li></ol>')).toEqual(['1… a b', '7… g h']);
  expect(
    toMarkdown('<table><tr><td colspan="2"><ol type="a" reversed><li value="5">e</li></ol></td></tr></table>'),
  ).toContain('<ol type="a" reversed=""><li value="5">');
});
