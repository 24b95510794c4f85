/**
 * Stands for `src/platform/browser.ts` where storage is late: each read of `storage` takes 200 to 900 ms and may be
 * overtaken by a later one, each write 200 to 900 ms; a read sees what was asked for before it.
 */
import { browser as inTime } from '../../src/platform/browser.ts';
import { lateInOrder, nap } from './lateness.ts';
import { withMembers } from './with-members.ts';

export type { Menus, Runtime, Tabs } from '../../src/platform/browser.ts';

type Area = typeof inTime.storage.local;

function lateArea(area: Area): Area {
  const write = lateInOrder<'area'>(100, 450);
  let written: Promise<void> = Promise.resolve();
  const writeLate = async (work: () => Promise<void>): Promise<void> => {
    written = write('area');
    await written;
    await work();
    await nap(100, 450);
  };
  return withMembers(area, {
    get: async (keys) => {
      await written;
      const values = await area.get(keys);
      await nap(200, 900);
      return values;
    },
    set: (items) => writeLate(() => area.set(items)),
    remove: (keys) => writeLate(() => area.remove(keys)),
  });
}

export const browser = inTime?.storage
  ? withMembers(inTime, {
      storage: withMembers(inTime.storage, {
        local: lateArea(inTime.storage.local),
        session: lateArea(inTime.storage.session),
      }),
    })
  : inTime;
