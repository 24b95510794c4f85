import { act } from 'preact/test-utils';

/** A call whose answers come when a test says so, in any order; each holds what was asked. */
export function heldAnswers<Asked extends unknown[], Answer>() {
  const calls: { asked: Asked; answer: (answer: Answer) => Promise<void> }[] = [];
  const call = (...asked: Asked) =>
    new Promise<Answer>((resolve) => {
      const answer = (given: Answer) =>
        act(async () => {
          resolve(given);
          await new Promise(setImmediate);
        });
      calls.push({ asked, answer });
    });
  return { call, calls };
}
