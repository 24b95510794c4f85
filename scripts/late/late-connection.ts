/**
 * Stands for `src/storage/library-connection.ts` where storage is late: what is asked of the database begins 20 to
 * 120 ms later, in order, and is answered 30 to 310 ms after it was done.
 */
import { withDatabase as inTime } from '../../src/storage/library-connection.ts';
import { lateInOrder, nap } from './lateness.ts';

export { connectLibrary, type LibraryConnection } from '../../src/storage/library-connection.ts';

const begin = lateInOrder<'database'>(20, 120);

export const withDatabase: typeof inTime = async (connection, work) => {
  await begin('database');
  const answer = await inTime(connection, work);
  await nap(30, 310);
  return answer;
};
