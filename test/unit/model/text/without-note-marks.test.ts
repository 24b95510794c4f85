// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { blockText } from '../../../../src/extraction/block-text.ts';
import { withoutNoteMarks } from '../../../../src/model/text/without-note-marks.ts';

const MARK = (number: number) =>
  `<sup id="fnref-${number}"><a href="#fn-${number}" role="doc-noteref">${number}</a></sup>`;

/** The text of a body without its marks. */
function read(markup: string): string {
  const body = document.createElement('div');
  body.innerHTML = markup;
  return withoutNoteMarks({ html: body.innerHTML, text: blockText(body) }).text;
}

test.each([
  ['glued to a word', `<p>The harbour${MARK(12)} lights.</p>`, 'The harbour lights.'],
  ['behind a sign', `<p>The harbour.${MARK(1)} Lights.</p>`, 'The harbour. Lights.'],
  ['two together', `<p>The harbour${MARK(1)} ${MARK(2)}, lights</p>`, 'The harbour, lights'],
  ['in Chinese', `<p>潮水${MARK(3)}每天来两次。${MARK(4)}</p>`, '潮水每天来两次。'],
  ['at the end of a paragraph', `<p>A <em>pier</em>${MARK(1)}</p>\n<p>2 lamps</p>`, 'A pier\n2 lamps'],
  [
    'alone before a bracket',
    `<p>A pier ${MARK(1)} (of oak) ${MARK(2)}“Lit”${MARK(3)} ${MARK(4)}</p>`,
    'A pier (of oak) “Lit”',
  ],
  ['side by side behind a space', `<p>A pier ${MARK(1)}${MARK(2)}stands ${MARK(3)}${MARK(4)}.</p>`, 'A pier stands.'],
  ['two at the beginning', `<p>A pier</p><p>${MARK(1)} ${MARK(2)} Lamps</p>`, 'A pier\nLamps'],
  [
    'that are words',
    '<p>It burns<sup>[<a href="#x">failed verification – see discussion</a>]</sup> oil</p>',
    'It burns oil',
  ],
  ['that are many', `<p>Tides<sup>${'<a href="#x">9</a>, '.repeat(60)}</sup> turn</p>`, 'Tides turn'],
  ['alone in a paragraph', `<p>A pier</p><p>${MARK(1)}</p><p>2 lamps</p>`, 'A pier\n2 lamps'],
  ['at the beginning', `<p>${MARK(1)} A pier</p>`, 'A pier'],
  ['without being raised', '<p>A pier<a href="#fn-1" role="doc-noteref">1</a> stands</p>', 'A pier stands'],
  ['leading elsewhere', '<p>A pier<sup>[<a href="https://x.example/#a">7</a>]</sup> stands</p>', 'A pier stands'],
  ['behind what is escaped', `<p title="a > b">A&nbsp;&amp; &lt;b&gt;${MARK(1)} stands</p>`, 'A\u00a0& <b> stands'],
  ['behind lines of code', `<pre>a\n  b 1</pre><p>Pier${MARK(1)}</p>`, 'a\n  b 1\nPier'],
])('marks of notes are left out: %s', (_how, markup, text) => {
  expect(read(markup)).toBe(text);
});

test.each([
  ['a power', '<p>So many m<sup>2</sup> of water</p>', 'So many m2 of water'],
  [
    'an ordinal, with a link before it',
    '<p><a href="https://x.example/">The 2</a><sup>nd</sup> pier</p>',
    'The 2nd pier',
  ],
  [
    'small print with a link',
    '<p>A pier</p><p><sup>By <a href="https://x.example/">Ann Lee</a>, who kept its lamps for ten years</sup></p>',
    'A pier\nBy Ann Lee, who kept its lamps for ten years',
  ],
  ['a text that is nothing but a mark', `<p>${MARK(1)}</p>`, '1'],
])('other text stays: %s', (_what, markup, text) => {
  expect(read(markup)).toBe(text);
});

test('a text that is not that of the HTML stays as it is, and so does one that has no marks any more', () => {
  const html = `<p>The harbour${MARK(12)} lights.</p>`;
  for (const text of ['The harbor12 lights.', 'The harbour lights.', 'The harbour12 lights. And more.'])
    expect(withoutNoteMarks({ html, text })).toEqual({ html, text });
});

test('very many marks are left out in the time that the text is read in', () => {
  const many = (part: string) => part.repeat(40_000).trim();
  const start = performance.now();
  const { text } = withoutNoteMarks({
    html: many(`<p>The harbour${MARK(1)} lights</p>`),
    text: many('The harbour1 lights\n'),
  });
  expect(text).toBe(many('The harbour lights\n'));
  expect(performance.now() - start).toBeLessThan(5_000);
});
