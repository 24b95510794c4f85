// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest';
import { listSentences, type Sentence } from '../../../../../src/ui/parts/speech/list-sentences.ts';
import { sentenceWalk } from '../../../../../src/ui/parts/speech/sentence-walk.ts';

const COUNT = 300;
let asked = 0;

afterEach(() => {
  vi.restoreAllMocks();
  asked = 0;
});

function bodyOf(words: (at: number) => string): HTMLElement {
  const body = document.createElement('div');
  body.append(
    ...Array.from({ length: COUNT }, (_, at) => {
      const paragraph = document.createElement('p');
      paragraph.append(words(at));
      return paragraph;
    }),
  );
  document.body.replaceChildren(body);
  return body;
}

/** The sentences of a text, which count how often they are asked for their words. */
const counting = (body: HTMLElement): Sentence[] =>
  listSentences(body, 'en').map((sentence) => ({
    get text() {
      asked += 1;
      return sentence.text;
    },
    get range() {
      return sentence.range;
    },
  }));

test('the first sentence is found by asking for the places of few sentences', () => {
  const body = bodyOf((at) => `Sentence ${at}.`);
  const compare = vi.spyOn(Range.prototype, 'comparePoint');
  const walk = sentenceWalk(listSentences(body, 'en'), { node: body.children[250]?.firstChild as Text, offset: 3 });
  expect(walk.here()?.text).toBe('Sentence 250.');
  expect(compare.mock.calls.length).toBeLessThan(30);
  walk.goTo(body, COUNT);
  expect(walk.here()?.text).toBe(`Sentence ${COUNT - 1}.`);
});

test('in a completely changed text the sentences are compared once', () => {
  const body = bodyOf((at) => `Sentence ${at}.`);
  const before = counting(body);
  const walk = sentenceWalk(before, { node: body.children[COUNT - 1]?.firstChild as Text, offset: 3 });
  expect(walk.take(counting(bodyOf((at) => `Word ${at}.`)))).toBe(false);
  expect(asked).toBeLessThan(10 * COUNT);
  expect(walk.here()?.text).toBe('Word 0.');
});

test('reading continues at the sentence with as many equal ones before it', () => {
  const body = bodyOf(() => 'The same.');
  const before = listSentences(body, 'en');
  const walk = sentenceWalk(before, { node: body.children[200]?.firstChild as Text, offset: 3 });
  const now = listSentences(
    bodyOf(() => 'The same.'),
    'en',
  );
  expect(walk.take(now)).toBe(true);
  expect(now.indexOf(walk.here() as Sentence)).toBe(200);
});
