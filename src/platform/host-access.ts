import { type PermissionWish, parsePermissionWish } from '../model/permission-wish.ts';
import { originOf, siteOf } from '../model/site.ts';
import { browser } from './browser.ts';
import { forget, recall, recallAll, remember } from './session-memory.ts';

/**
 * Access to sites, which is optional and asked for on the permission page alone: content scripts have no `permissions`,
 * and Firefox forgets the person's click across a message.
 */
export const hasAccess = (origins: string[]): Promise<boolean> => browser.permissions.contains({ origins });

/** Shows the browser's own question. Must be the first thing a click handler does, or Firefox refuses to ask. */
export const requestAccess = (origins: string[]): Promise<boolean> => browser.permissions.request({ origins });

/** Gives access back; no question is asked. */
export async function dropAccess(origins: string[]): Promise<void> {
  await browser.permissions.remove({ origins });
}

/** Match patterns of all sites that Recto may reach. */
export async function grantedOrigins(): Promise<string[]> {
  return (await browser.permissions.getAll()).origins ?? [];
}

/** Calls back with the match patterns that were granted or taken back, until the signal aborts. */
export function watchAccess(
  onChange: (change: 'added' | 'removed', origins: string[]) => void,
  signal: AbortSignal = new AbortController().signal,
): void {
  const { onAdded, onRemoved } = browser.permissions;
  const added = ({ origins = [] }: { origins?: string[] }) => onChange('added', origins);
  const removed = ({ origins = [] }: { origins?: string[] }) => onChange('removed', origins);
  onAdded.addListener(added);
  onRemoved.addListener(removed);
  signal.addEventListener('abort', () => {
    onAdded.removeListener(added);
    onRemoved.removeListener(removed);
  });
}

/** The match pattern of a picture's site; null for what is not on the web. */
export function pictureOrigin(url: string): string | null {
  const site = siteOf(url);
  return site === null ? null : originOf(site);
}

/** Whether the person has allowed Recto to ask this address by itself. */
export async function mayFetch(url: string): Promise<boolean> {
  const origin = pictureOrigin(url);
  return origin !== null && hasAccess([origin]);
}

/** Wishes wait in memory until they are granted, refused, or the browser closes. */
const WISH = 'wish.';

/** Of those to which the person has said yes, whatever the browser makes of it. */
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

/** Remembers whether the person says yes to a wish: one whose page is closed without an answer is none any more. */
export const noteAnswer = (id: string, allowed: boolean): Promise<void> =>
  allowed ? remember(ALLOWED + id, true) : forget(ALLOWED + id);

/** The person has said yes to the wish, and the browser has not said no. */
export const wasAllowed = async (id: string): Promise<boolean> => (await recall(ALLOWED + id)) === true;

/** Forgets a wish: it is done, or was refused. At once: one of which a part is left could not be told as still waiting. */
export const dropWish = (id: string): Promise<void> => forget(WISH + id, ALLOWED + id);

/** All wishes that wait, with their ids; what is no wish is left out. */
export async function waitingWishes(): Promise<{ id: string; wish: PermissionWish }[]> {
  const kept = Object.entries(await recallAll(WISH));
  return kept.flatMap(([id, value]) => {
    const wish = parsePermissionWish(value);
    return wish === null ? [] : [{ id, wish }];
  });
}
