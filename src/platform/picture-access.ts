import { originOf, siteOf } from '../model/site.ts';
import { hasAccess } from './host-access.ts';

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
