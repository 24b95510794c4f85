import { originOf, siteOf } from '../model/address/site.ts';
import { browser } from './browser.ts';

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

/** The match pattern of the site of an address; null for what is not on the web. */
export function originOfAddress(url: string): string | null {
  const site = siteOf(url);
  return site === null ? null : originOf(site);
}

/** Whether the person has allowed Recto to ask this address by itself. */
export async function mayFetch(url: string): Promise<boolean> {
  const origin = originOfAddress(url);
  return origin !== null && hasAccess([origin]);
}
