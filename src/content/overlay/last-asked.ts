/** Gives a function that asks and has `take` called with the answer, unless it was called again meanwhile: what was asked last is newer. */
export function lastAsked<Asked extends unknown[], Answer>(
  ask: (...asked: Asked) => Promise<Answer>,
  take: (answer: Answer) => void,
): (...asked: Asked) => void {
  let times = 0;
  return (...asked) => {
    times += 1;
    const mine = times;
    void ask(...asked).then((answer) => mine === times && take(answer));
  };
}
