import type { ImportSource } from '../../model/imported-item.ts';
import type { MessageKey, Translate } from '../../model/message-key.ts';

/** Programs keep their names in every language. */
const NAMES: Partial<Record<ImportSource, string>> = {
  pocket: 'Pocket',
  instapaper: 'Instapaper',
  omnivore: 'Omnivore',
  wallabag: 'wallabag',
  raindrop: 'Raindrop',
  readwise: 'Readwise',
};
const KEYS: Partial<Record<ImportSource, MessageKey>> = {
  simpread: 'importSourceSimpRead',
  bookmarks: 'importSourceBookmarks',
  csv: 'importSourceTable',
  json: 'importSourceTable',
};

/** What a file comes from, in the reader's language. */
export function sourceName(source: ImportSource, t: Translate): string {
  const key = KEYS[source];
  return NAMES[source] ?? (key ? t(key) : source);
}
