/** Stands for `src/platform/library-changes.ts` where messages are late: a page hears of a change up to 600 ms later, in order. */
import { watchChanges as inTime } from '../../src/platform/library-changes.ts';
import { lateInOrder } from './lateness.ts';

export { announceChange } from '../../src/platform/library-changes.ts';

export const watchChanges: typeof inTime = (onChange, signal) => {
  const arrive = lateInOrder<'change'>(0, 600);
  inTime((change) => {
    void arrive('change').then(() => signal.aborted || onChange(change));
  }, signal);
};
