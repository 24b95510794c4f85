import { expect, test } from 'vitest';
import { lastAsked } from '../../../../src/content/overlay/last-asked.ts';

test('of two answers that is taken which was asked for last, whichever comes first', async () => {
  const answers: ((answer: string) => void)[] = [];
  const taken: string[] = [];
  const ask = lastAsked(
    (_force: boolean) => new Promise<string>((resolve) => answers.push(resolve)),
    (answer) => void taken.push(answer),
  );
  ask(false);
  ask(false);
  answers[1]?.('newer');
  await expect.poll(() => taken).toEqual(['newer']);
  answers[0]?.('older');
  ask(true);
  answers[2]?.('newest');
  await expect.poll(() => taken).toEqual(['newer', 'newest']);
});
