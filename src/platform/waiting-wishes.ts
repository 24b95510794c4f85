import { type PermissionWish, parsePermissionWish } from '../model/permission-wish.ts';
import { forget, recall, recallAll, remember } from './session-memory.ts';

/** Wishes wait in memory until they are granted, refused, or the browser closes. */
const WISH = 'wish.';

/** Marks the wishes to which the person has said yes, whatever the browser's answer. */
const ALLOWED = 'allowed.';

/** Keeps a wish and gives the id by which it is found. */
export async function keepWish(wish: PermissionWish): Promise<string> {
  const id = crypto.randomUUID();
  await remember(WISH + id, wish);
  return id;
}

/** The wish with this id; null when it was done, refused, or asked before the browser was last closed. */
export async function readWish(id: string): Promise<PermissionWish | null> {
  return parsePermissionWish(await recall(WISH + id));
}

/** Remembers whether the person says yes to a wish. A wish whose page is closed without an answer no longer counts. */
export const noteAnswer = (id: string, allowed: boolean): Promise<void> =>
  allowed ? remember(ALLOWED + id, true) : forget(ALLOWED + id);

/** The person has said yes to the wish, and the browser has not said no. */
export const wasAllowed = async (id: string): Promise<boolean> => (await recall(ALLOWED + id)) === true;

/**
 * Forgets a wish that was carried out or refused. Both keys at once, because a wish of which a part is left could not
 * be distinguished from one that waits.
 */
export const dropWish = (id: string): Promise<void> => forget(WISH + id, ALLOWED + id);

/** All wishes that wait, with their ids; what is no wish is left out. */
export async function waitingWishes(): Promise<{ id: string; wish: PermissionWish }[]> {
  const kept = Object.entries(await recallAll(WISH));
  return kept.flatMap(([id, value]) => {
    const wish = parsePermissionWish(value);
    return wish === null ? [] : [{ id, wish }];
  });
}
