import { lettersAndDigits } from '../../model/text/letters.ts';

/** Shorter sentences, in letters and digits, are repeated by chance. */
const SHORTEST = 12;

/** Shares of a text, 0 to 1: what stands elsewhere on the page too, and what stood there before. */
type Repetition = [twice: number, again: number];

/** Compares texts sentence by sentence: copies for phones, pull quotes, teasers of the page itself. */
export function findRepeatedSentences(texts: readonly string[]): Repetition[] {
  const sentences = texts.map(sentencesOf);
  const counts = new Map<string, number>();
  for (const sentence of sentences.flat()) counts.set(sentence, (counts.get(sentence) ?? 0) + 1);
  const seen = new Set<string>();
  return sentences.map((list) => {
    const length = list.reduce((sum, sentence) => sum + sentence.length, 0) || 1;
    let [twice, again] = [0, 0];
    for (const sentence of list) {
      if ((counts.get(sentence) ?? 0) > 1) twice += sentence.length;
      if (seen.has(sentence)) again += sentence.length;
      seen.add(sentence);
    }
    return [twice / length, again / length];
  });
}

/** Sentences and lines as their letters and digits, without a number in front: contents number what headings name. */
function sentencesOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[.!?。！？\n]+/)
    .map((sentence) => (sentence.length < SHORTEST ? '' : lettersAndDigits(sentence).replace(/^\d+/, '')))
    .filter((sentence) => sentence.length >= SHORTEST);
}
