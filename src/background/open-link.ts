import { RectoError } from '../model/recto-error.ts';
import { browser } from '../platform/browser.ts';
import type { BackgroundLibrary } from './background-library.ts';
import { rememberOpened } from './opened-links.ts';

/** Opens the page of a saved link or article in a new tab, which stays `behind`. Throws `not-found` when it was deleted elsewhere. */
export async function openLink(id: string, library: BackgroundLibrary, behind = false): Promise<void> {
  const [link] = await library.metadata([id]);
  if (link === undefined) throw new RectoError('not-found', `no item ${id}`);
  if (link.kind === 'article') await library.noteLostText(id).catch(() => undefined);
  const tab = await browser.tabs.create({ url: link.url, ...(behind && { active: false }) });
  if (tab.id !== undefined) await rememberOpened(tab.id, link.url);
}
