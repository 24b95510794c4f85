// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { describeRange, findAnchor } from '../../../src/highlighting/find-anchor.ts';
import { mapText } from '../../../src/highlighting/text-map.ts';
import type { TextAnchor } from '../../../src/model/highlights/highlight.ts';

/** What is kept of the passage that begins at `start` in a text. */
function anchorAt(text: string, start: number, exact: string): TextAnchor {
  const end = start + exact.length;
  const [prefix, suffix] = [text.slice(Math.max(0, start - 32), start), text.slice(end, end + 32)];
  return { exact, prefix, suffix, start, end };
}

/** What of a text is found in its place. */
function passage(text: string, anchor: TextAnchor): string | null {
  const place = findAnchor(text, anchor);
  return place && text.slice(place.start, place.end);
}

test('two highlights of the same word in a changed article are each found in their own place', () => {
  const text = 'The boat came in late. Nobody saw the boat. At night the boat was gone.';
  const starts = [...text.matchAll(/boat/g)].map(({ index }) => index);
  const changed = `A new line.\n${text}`;
  for (const start of starts) expect(findAnchor(changed, anchorAt(text, start, 'boat'))?.start).toBe(start + 12);
});

test('a passage without context, as from another program, is found at the nearest place', () => {
  const text = 'boat after boat, and in the evening one more boat';
  const bare = (start: number): TextAnchor => ({ exact: 'boat', prefix: '', suffix: '', start, end: start + 4 });
  for (const { index } of text.matchAll(/boat/g)) expect(findAnchor(text, bare(index + 2))?.start).toBe(index);
});

test('the text around a passage counts more than how far it has moved', () => {
  const exact = 'the harbour of the northern island';
  const [first, second] = [`They left for ${exact} at noon.`, `He slept in ${exact} till dawn.`];
  const text = `${first}\n${second}`;
  const before = anchorAt(text, text.indexOf(exact), exact);
  const behind = anchorAt(text, text.lastIndexOf(exact), exact);
  const swapped = `${second}\n${'Much was written between the two. '.repeat(9)}\n${first}`;
  expect(findAnchor(swapped, before)?.start).toBe(swapped.lastIndexOf(exact));
  expect(findAnchor(swapped, behind)?.start).toBe(swapped.indexOf(exact));
});

test('the text after a passage distinguishes it as much as the text before it', () => {
  const text = 'We saw the harbour wall, and we saw the harbour light.';
  const light = { ...anchorAt(text, 40, 'harbour'), prefix: 'we saw the ', start: 0 };
  expect(findAnchor(`Then. ${text}`, light)?.start).toBe(46);
});

test('a passage of a few words is found although all punctuation in and around it has changed', () => {
  const text = "She wrote 'so' to him and 'it' to me.";
  const other = 'She wrote ‘so’ to him and ‘it’ to me.';
  for (const exact of ["'so'", "'it'", 'so', 'it'])
    expect(findAnchor(`A line.\n${other}`, anchorAt(text, text.indexOf(exact), exact))?.start).toBe(
      8 + text.indexOf(exact),
    );
  expect(findAnchor(`A line.\n${text}`, anchorAt(other, 10, '‘so’'))?.start).toBe(18);
});

test('a word in straight double quotes is found once the page has curly ones', () => {
  const text = 'She wrote "so" to him and "it" to me.';
  const other = 'She wrote “so” to him and “it” to me.';
  for (const exact of ['so', 'it', '"so"'])
    expect(findAnchor(`A line.\n${other}`, anchorAt(text, text.indexOf(exact), exact))?.start).toBe(
      8 + text.indexOf(exact),
    );
});

test('a passage whose stored number is too small to have its context before it is found by its words', () => {
  const anchor = { exact: 'The boat', prefix: 'Late. ', suffix: ' came', start: 3, end: 11 };
  expect(findAnchor('Late. The boat came in.', anchor)?.start).toBe(6);
});

/** Sentences of which none is like another. */
const STORY = [
  'Long before the road was built the ferry went twice a day, and nobody who lived there had ever asked for more.',
  'In winter, when the ice came down from the upper lakes, it stayed at the pier and its lamps were taken indoors.',
  'My grandmother sold tickets from a window in the kitchen wall, with one hand, and stirred the soup with the other.',
  'Strangers paid double; she held that whoever came so far on purpose could not be quite poor, or not quite honest.',
];

test('a passage of several sentences is not found once its beginning or end is gone', () => {
  const text = STORY.join(' ');
  const wanted = anchorAt(`Head. ${text} Tail.`, 6, text);
  expect(passage(`Head, and more. ${text.replace('the soup', 'soup')} Tail.`, wanted)).toMatch(
    /^Long before.*honest\.$/,
  );
  expect(passage(`Head, and more. ${STORY.slice(0, 2).join(' ')}`, wanted)).toBeNull();
  expect(passage(`Head, and more. ${STORY.slice(2).join(' ')}`, wanted)).toBeNull();
});

test('a passage of several sentences is not stretched over much text that was inserted between them', () => {
  const text = STORY.join(' ');
  const between = 'Here the editors put a notice of their own into the text. '.repeat(4);
  expect(
    passage(`A line. ${STORY[0]} ${STORY[1]} ${between}${STORY[2]} ${STORY[3]}`, anchorAt(text, 0, text)),
  ).toBeNull();
});

test('a long passage that occurs twice is found where it was highlighted, in full', () => {
  const text = `${STORY.join(' ')}\nA chapter between.\n${STORY.join(' ')}`;
  const second = anchorAt(text, text.lastIndexOf('Long'), STORY.join(' '));
  const changed = `A line. ${text}`;
  expect(findAnchor(changed, second)).toEqual({ start: changed.lastIndexOf('Long'), end: changed.length });
  const mended = changed.replaceAll('the soup', 'soup');
  expect(findAnchor(mended, second)).toEqual({ start: mended.lastIndexOf('Long'), end: mended.length });
});

function bodyOf(html: string): HTMLElement {
  const body = document.createElement('div');
  body.innerHTML = html;
  document.body.replaceChildren(body);
  return body;
}

test('a word that was selected with spaces around it is stored without them, and with its context', () => {
  const line = 'Every boat of the old harbour was painted in the spring and came home in the autumn of the year.';
  const text = bodyOf(`<p>${line}</p>`).querySelector('p')?.firstChild as Text;
  const range = document.createRange();
  range.setStart(text, line.indexOf(' painted'));
  range.setEnd(text, line.indexOf('in the spring'));
  const start = line.indexOf('painted');
  expect(describeRange(mapText(document.body), range)).toEqual({
    ...{ exact: 'painted', start, end: start + 7 },
    ...{ prefix: 'ery boat of the old harbour was ', suffix: ' in the spring and came home in ' },
  });
});

test('a formula is highlighted as a whole when the selection ends at its element and not in its text', () => {
  const body = bodyOf('<p>Then <math><mi>x</mi><mo>+</mo><mi>y</mi></math> holds.</p>');
  const range = document.createRange();
  range.setStart(body.querySelector('p')?.firstChild as Text, 0);
  range.setEnd(body.querySelector('math') as Element, 1);
  expect(describeRange(mapText(body), range)?.exact).toBe('Then x+y');
});
