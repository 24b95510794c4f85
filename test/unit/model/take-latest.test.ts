import { expect, test, vi } from 'vitest';
import { takeLatest } from '../../../src/model/take-latest.ts';

const turn = () => new Promise(setImmediate);

/** A question that a test answers or fails, in any order, and what is heard of it. */
function asking() {
  const asked: { answer(text: string): void; fail(thrown: Error): void }[] = [];
  const question = () => new Promise<string>((answer, fail) => asked.push({ answer, fail }));
  const [take, fail, end] = [vi.fn(), vi.fn(), new AbortController()];
  return { asked, take, fail, end, ask: takeLatest(question, take, end.signal, fail) };
}

test('only the question that was asked last is heard of, in whichever order storage answers', async () => {
  const { asked, take, fail, ask } = asking();
  ask();
  ask();
  asked[1]?.answer('new');
  await turn();
  asked[0]?.answer('old');
  await turn();
  expect(take.mock.calls).toEqual([['new']]);
  expect(fail).not.toHaveBeenCalled();
});

test('a failure is heard of, but not that of an earlier question', async () => {
  const { asked, take, fail, ask } = asking();
  const [first, last] = [new Error('first'), new Error('last')];
  ask();
  ask();
  asked[0]?.fail(first);
  await turn();
  expect(fail).not.toHaveBeenCalled();
  asked[1]?.fail(last);
  await turn();
  expect(fail.mock.calls).toEqual([[last]]);
  expect(take).not.toHaveBeenCalled();
});

test('nothing is heard once the signal is aborted', async () => {
  const { asked, take, fail, end, ask } = asking();
  ask();
  end.abort();
  asked[0]?.answer('late');
  ask();
  asked[1]?.fail(new Error('late'));
  await turn();
  expect([take.mock.calls, fail.mock.calls]).toEqual([[], []]);
});
