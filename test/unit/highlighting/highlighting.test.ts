// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { blockText } from '../../../src/extraction/block-text.ts';
import { describeRange, findAnchor } from '../../../src/highlighting/find-anchor.ts';
import { mapText, rangeOf } from '../../../src/highlighting/text-map.ts';
import { processorTime } from '../processor-time.ts';

function bodyOf(html: string): HTMLElement {
  const body = document.createElement('div');
  body.innerHTML = html;
  document.body.replaceChildren(body);
  return body;
}

/** A range from the first text that holds `from` to the end of the first that holds `to`. */
function select(body: HTMLElement, from: string, to: string): Range {
  const find = (wanted: string): [Text, number] => {
    const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = (node as Text).data.indexOf(wanted);
      if (at >= 0) return [node as Text, at];
    }
    throw new Error(`no ${wanted}`);
  };
  const range = document.createRange();
  range.setStart(...find(from));
  const [end, at] = find(to);
  range.setEnd(end, at + to.length);
  return range;
}

const PAGE = `<p>The  tide\n comes <em>in</em> twice.</p><ul><li>One boat</li><li>Two boats</li></ul>
<table><tr><td>wind</td><td>damp</td></tr></table><pre>if (tide) {\n  wait();\n}</pre><p> Then  the
  boats <b>go </b> out. </p><p>潮水每天来两次。</p>`;

test('the text is that of the article, with the same line breaks', () => {
  const body = bodyOf(PAGE);
  expect(mapText(body).text).toBe(blockText(body));
});

test("text that Recto inserts is not part of the article's text", () => {
  const body = bodyOf('<p>One</p><span class="missing">A picture</span><pre>x<button>Copy</button></pre>');
  expect(mapText(body).text).toBe('One\nx');
});

test.each([
  ['within a paragraph', 'tide', 'in', 'tide comes in'],
  ['across paragraphs and list items', 'twice', 'Two', 'twice.\nOne boat\nTwo'],
  ['across cells', 'wind', 'damp', 'wind\ndamp'],
  ['in code', 'if', 'wait', 'if (tide) {\n  wait'],
  ['in Chinese', '每天', '两次', '每天来两次'],
])('a passage %s is described and found again', (_what, from, to, exact) => {
  const body = bodyOf(PAGE);
  const map = mapText(body);
  const anchor = describeRange(map, select(body, from, to));
  expect(anchor).toMatchObject({ exact });
  const found = anchor && findAnchor(map.text, anchor);
  expect(found && map.text.slice(found.start, found.end)).toBe(exact);
  const again = found && rangeOf(map, found.start, found.end);
  expect(again && describeRange(map, again)).toEqual(anchor);
});

test('a formula that is partly selected is highlighted as a whole', () => {
  const body = bodyOf('<p>Then <math><mi>x</mi><mo>+</mo><mi>y</mi></math> holds.</p>');
  expect(describeRange(mapText(body), select(body, 'Then', 'x'))?.exact).toBe('Then x+y');
  expect(describeRange(mapText(body), select(body, 'y', 'holds'))?.exact).toBe('x+y holds');
});

test('white space alone is not a passage', () => {
  const body = bodyOf('<p>a</p><p> </p><p>b</p>');
  const range = document.createRange();
  range.selectNodeContents(body.children[1] as Element);
  expect(describeRange(mapText(body), range)).toBeNull();
});

test.each([
  ['at one place', 1, 1],
  ['of a line break alone', 3, 4],
  ['behind the end', 7, 9],
])('there is no range %s', (_where, start, end) => {
  const map = mapText(bodyOf('<p>One</p><p>Two</p>'));
  expect(map.text).toBe('One\nTwo');
  expect(rangeOf(map, start, end)).toBeNull();
});

const anchor = (exact: string, around: { prefix?: string; suffix?: string; start?: number } = {}) => ({
  exact,
  prefix: '',
  suffix: '',
  start: 0,
  end: 0,
  ...around,
});
const found = (text: string, wanted: ReturnType<typeof anchor>): string | null => {
  const place = findAnchor(text, wanted);
  return place && text.slice(Math.max(0, place.start - 6), place.end);
};

test('a passage that occurs several times is found by its context, or else the nearest is taken', () => {
  const text = 'alpha one beta two alpha one gamma three alpha one delta';
  expect(findAnchor(text, anchor('one', { suffix: ' gamma' }))?.start).toBe(25);
  expect(findAnchor(text, anchor('one', { start: 44 }))?.start).toBe(47);
});

test('a passage whose words were changed a little is found, one that is gone is not', () => {
  const text = 'The harbour master said that nobody ever needed a better way to find a boat, and rang the bell.';
  expect(found(text, anchor('nobody has ever needed a better way to find the boat'))).toContain('nobody ever needed');
  expect(found(text, anchor('the winters getting shorter every year'))).toBeNull();
  expect(found(text, anchor('xyz'))).toBeNull();
});

test('a word that is gone is not found in a similar one, but a word with another spelling is', () => {
  const around = { prefix: 'They all looked for the ', suffix: ' of the harbour at the end of', start: 24 };
  const text = 'They all looked for the lamp of the harbour at the end of the night, whose colour was grey.';
  expect(found(text, anchor('light', around))).toBeNull();
  expect(found(text, anchor('clamp', around))).toContain('lamp');
});

/** What is anchored where `exact` stands for the last time in a text. */
function anchorIn(text: string, exact: string) {
  const start = text.lastIndexOf(exact);
  const end = start + exact.length;
  return anchor(exact, {
    prefix: text.slice(Math.max(0, start - 32), start),
    suffix: text.slice(end, end + 32),
    start,
  });
}

test('a word whose paragraph is gone is not found in another paragraph', () => {
  const kept = 'All the boats came home late.';
  const word = anchorIn(`${kept}\nIn the long evening the fishing boats were painted white and blue.`, 'boats');
  expect(findAnchor(kept, word)).toBeNull();
  expect(found(`${kept}\nIn the evening the fishing boats were painted white and blue.`, word)).toBe('shing boats');
});

test('a short sentence and a heading are found although all text around them was rewritten', () => {
  const sentence = '没有人知道他从哪里来。';
  const chinese = anchorIn(`他在雨里走了一夜。${sentence}第二天早上村里的人都去了河边。`, sentence);
  expect(findAnchor(`他冒雨走到天亮。${sentence}次日清晨，村民们来到河边。`, chinese)?.start).toBe(8);
  const heading = anchorIn('The last line of a part.\nFerry timetable\nThe ferry leaves.', 'Ferry timetable');
  expect(findAnchor('Advertisement\nFerry timetable[edit]\nIt leaves.', heading)?.start).toBe(14);
});

test('a highlighted word that is frequent is found at its place, also after a change before it', () => {
  const text = `${'Here and there and then, '.repeat(1500)}and at the end the lamp.`;
  const word = anchorIn(text, 'the');
  expect(findAnchor(text, word)?.start).toBe(word.start);
  expect(findAnchor(`New. ${text}`, word)?.start).toBe(word.start + 5);
});

test('a short passage is found when the page has other quotation marks and spaces', () => {
  const text = 'He said "no", and didn\'t go to the 5 km run. "No", he said.';
  const other = 'He said “no”, and didn’t go to the 5\u00a0km run. “No”, he said.';
  for (const exact of ['no', "didn't", '5 km', 'No'])
    expect(findAnchor(`A new line.\n${other}`, anchorIn(text, exact))?.start).toBe(12 + text.indexOf(exact));
});

test('the beginning and end of the text distinguish a passage there from an equal one', () => {
  const text = 'The harbour at night.\nNothing moves.\nGood night.';
  const changed = 'The harbour at night.\nAll is still.\nGood night.\nThe harbour at night.\nGood night.';
  expect(findAnchor(changed, { ...anchorIn(text, 'The harbour'), start: 60 })?.start).toBe(0);
  expect(findAnchor(changed, anchorIn(text, 'night.'))?.start).toBe(changed.lastIndexOf('night.'));
});

test('a passage of many lines is found when its middle has changed', () => {
  const line = (index: number) => `Line ${index} of the book tells of a boat that came in with the wind from the west.`;
  const text = Array.from({ length: 12 }, (_, index) => line(index)).join('\n');
  const changed = `An inserted line.\n${text.replace('Line 5 of the book', 'Line five')}`;
  const place = findAnchor(changed, anchor(text.slice(0, 900), { start: 0 }));
  expect(place && changed.slice(place.start, place.start + 6)).toBe('Line 0');
});

test('the highlights of a book are found quickly when a line was added before it', () => {
  const text = Array.from({ length: 40_000 }, (_, at) => `Line ${at * 7919} of it.`).join('\n');
  const anchors = Array.from({ length: 500 }, (_, at) => anchorIn(text, `Line ${at * 7919} of`));
  const changed = `A new line.\n${text}`;
  const start = processorTime();
  for (const wanted of anchors) expect(findAnchor(changed, wanted)?.start).toBe(wanted.start + 12);
  expect(processorTime() - start).toBeLessThan(2500);
});

test('a note on the whole page has no passage', () => {
  expect(findAnchor('Any text.', anchor(''))).toBeNull();
});

test('a hundred thousand characters are searched quickly', () => {
  const text = 'A sentence about boats and the sea. '.repeat(3000);
  const start = processorTime();
  findAnchor(text, anchor('An utterly different sentence on mountains, on glaciers, and the people who measure them.'));
  expect(processorTime() - start).toBeLessThan(2000);
});
