import { leadsElsewhere } from '../../model/address/leads-elsewhere.ts';
import type { Fetched, LinkBefore } from '../../model/fetching.ts';
import { keysOfArticle } from '../key-ranges.ts';
import type { StoredMetadata } from '../library-schema.ts';
import { recountPictures } from '../pictures/picture-jobs.ts';
import { dropUnshownPictures } from '../pictures/settle-picture.ts';
import { indexItem } from '../search/write-index-entry.ts';
import { addressLedTo, metadataOfLink, textFields, withSortFields } from '../stored-metadata.ts';
import type { WriteTransaction } from '../write-strictly.ts';

/**
 * Leaves a link as it is where its redirect has led to a page, at `urlKey`, to which another link has led before: all
 * links to a closed site lead to one page, and would become that page one after the other. The earlier link, which has
 * taken the page for its own, is a link again. `found` is what is kept of the page. Gives the ids of changed items; null
 * where nothing speaks against the page.
 */
export async function leaveAsLink(
  transaction: WriteTransaction,
  link: StoredMetadata,
  { urlKey, found, now }: { urlKey: string; found: StoredMetadata | null; now: number },
): Promise<string[] | null> {
  if (!leadsElsewhere(link.url, urlKey)) return null;
  const isShared = found ? wasLedTo(found) : await isKnownShared(transaction, urlKey);
  if (!isShared) return null;
  const fetched: Fetched = { outcome: 'not-article', at: now, ledTo: urlKey };
  await transaction.objectStore('metadata').put(withSortFields({ ...link, fetched }));
  const before = found?.fetched?.link;
  if (!found || !before || found.urlKey !== urlKey || (await isUsed(transaction, found))) return [link.id];
  // It may come from a backup, which anybody may have made: a `javascript:` address must not become a link.
  if (!/^(?:https?|file):/i.test(before.url)) return [link.id];
  await turnBack(transaction, found, before, fetched);
  return [link.id, found.id];
}

/** Whether an item got its text by fetching, and another link's redirect has led to it. */
const wasLedTo = ({ fetched, aliases, url }: StoredMetadata): boolean =>
  fetched?.outcome === 'kept' && aliases.some((alias) => leadsElsewhere(alias, url));

const isKnownShared = async (transaction: WriteTransaction, urlKey: string): Promise<boolean> =>
  (await transaction.objectStore('metadata').index('addresses').getKey(addressLedTo(urlKey))) !== undefined;

/**
 * Whether the person has read the text or done something with it, or the title of the link says that it is its article:
 * two short links may lead to one, and then what is kept stays.
 */
async function isUsed(transaction: WriteTransaction, item: StoredMetadata): Promise<boolean> {
  const { id, title, fetched, openedAt, position, hidden } = item;
  if (fetched?.link?.title.toLowerCase().startsWith(title.toLowerCase())) return true;
  const at = fetched?.at ?? 0;
  if (Math.max(openedAt ?? 0, position?.at ?? 0) > at || hidden) return true;
  if ((await transaction.objectStore('copies').count(keysOfArticle(id))) > 0) return true;
  const highlights = await transaction.objectStore('highlights').index('articleId').getAll(id);
  return highlights.some(({ createdAt }) => createdAt > at);
}

async function turnBack(
  transaction: WriteTransaction,
  item: StoredMetadata,
  before: LinkBefore,
  fetched: Fetched,
): Promise<void> {
  const bare = metadataOfLink(before, item.savedAt);
  const { siteName } = bare;
  const aliases = item.aliases.filter((alias) => alias !== bare.urlKey);
  const link = { ...item, ...textFields(bare), ...before, siteName, urlKey: bare.urlKey, aliases, fetched };
  await transaction.objectStore('bodies').delete(item.id);
  await dropUnshownPictures(transaction, item.id);
  await transaction.objectStore('metadata').put(await indexItem(transaction, withSortFields(link), ''));
  await recountPictures(transaction, item.id);
}
