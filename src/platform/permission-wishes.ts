import { type PermissionWish, parsePermissionWish } from '../model/permission-wish.ts';
import { forget, recall, recallAll, remember } from './session-memory.ts';

/** Wishes wait in memory until they are granted, refused, or the browser closes. */
const PREFIX = 'wish.';

/** Keeps a wish and gives the id by which it is found. */
export async function keepWish(wish: PermissionWish): Promise<string> {
  const id = crypto.randomUUID();
  await remember(PREFIX + id, wish);
  return id;
}

/** The wish with this id; null when it was done, refused, or asked before the browser was last closed. */
export async function readWish(id: string): Promise<PermissionWish | null> {
  return parsePermissionWish(await recall(PREFIX + id));
}

/** Forgets a wish: it is done, or was refused. */
export async function dropWish(id: string): Promise<void> {
  await forget(PREFIX + id);
}

/** All wishes that wait, with their ids; what is no wish is left out. */
export async function waitingWishes(): Promise<{ id: string; wish: PermissionWish }[]> {
  const kept = Object.entries(await recallAll(PREFIX));
  return kept.flatMap(([id, value]) => {
    const wish = parsePermissionWish(value);
    return wish === null ? [] : [{ id, wish }];
  });
}
