import '../reader/reader-sheets.ts';
import '../ui/list/list.css';
import '../ui/list/rows/rows.css';
import '../ui/list/rows/continue-reading.css';
import '../ui/list/drop-dialog.css';
import '../ui/list/organise.css';
import '../ui/list/tags/tags.css';
import './settings.css';
import './work.css';
import './highlights.css';
import './library.css';
import { render } from 'preact';
import { remoteLibrary } from '../messaging/remote-library.ts';
import { DAY_MS } from '../model/day-ms.ts';
import type { Library, LibraryBackup } from '../model/library.ts';
import { parseReaderSettings } from '../model/settings/reader-settings.ts';
import { createWords } from '../model/words.ts';
import { browser } from '../platform/browser.ts';
import { readSettings, SETTINGS_SOURCE } from '../platform/settings-source.ts';
import { readShortcutKeys } from '../platform/shortcut-keys.ts';
import { interfaceLanguage, translate } from '../platform/translate.ts';
import { withinDeadline } from '../platform/within-deadline.ts';
import { connectLibrary, type LibraryConnection } from '../storage/library-connection.ts';
import { openLibrary } from '../storage/open-library.ts';
import { watchForLoss } from '../storage/watch-for-loss.ts';
import { documentStyled } from '../ui/document-styled.ts';
import { DailyWords } from '../ui/list/daily-words.tsx';
import { FIRST_PAGE } from '../ui/list/items/load-items.ts';
import { showLanguage } from '../ui/show-language.ts';
import { watchDay } from '../ui/watch-day.ts';
import { askEarly, shareCounts } from './ask-early.ts';
import { type AutoBackups, autoBackups } from './auto-backup/auto-backups.ts';
import { noteDamaged } from './damaged-items.ts';
import { articleFetching } from './fetching/article-fetching.ts';
import { libraryFiles, type StoredLibrary } from './library-files.ts';
import { LibraryPage } from './library-page.tsx';
import { isPlace, readSection } from './library-rail.tsx';

/** The library, and what works on the database itself; null where that is not opened. */
function openWithStored(): { library: Library; stored: StoredLibrary | null } {
  if (browser.extension.inIncognitoContext) return { library: remoteLibrary, stored: null };
  const connection = connectLibrary({ onOutdated: () => location.reload() });
  // Opened while the settings are being read. The first caller is told of a failure.
  connection.database().catch(() => undefined);
  const backup = lazyBackup(connection);
  const auto = autoBackups(connection, backup);
  // After the first rows, which wait for neither.
  setTimeout(() => void keepSafe(connection, auto), SAFETY_DELAY_MS);
  // A list may stay open for weeks. The weekly backup is then written when the person comes back to it.
  watchDay(() => void auto.run().catch(() => undefined), new AbortController().signal);
  const noted = noteDamaged(openLibrary(remoteLibrary, () => connection));
  return {
    library: noted.library,
    stored: {
      backup,
      auto,
      damaged: noted.damaged,
      fetching: articleFetching(connection),
      files: libraryFiles(connection, () => remoteLibrary.mendSearch({ damaged: false })),
    },
  };
}

const SAFETY_DELAY_MS = 3000;
const COUNTED_WITHIN_MS = 300;
/** An article of that age shows its day and month, as most in a list do. */
const LONG_AGO_MS = 30 * DAY_MS;

/** Looks whether the library was lost, then writes the weekly backup. A notice and the settings say what went wrong. */
async function keepSafe(connection: LibraryConnection, auto: AutoBackups): Promise<void> {
  await connection.database().then(
    (database) => watchForLoss(database, 'start'),
    () => undefined,
  );
  await auto.run().catch(() => undefined);
}

/** Backup and restore are loaded on demand: the list does not wait for them. */
function lazyBackup(connection: LibraryConnection): LibraryBackup {
  const load = async (): Promise<LibraryBackup> => {
    const { libraryBackup } = await import('../storage/backup/library-backup.ts');
    return libraryBackup(connection, {
      read: SETTINGS_SOURCE.read,
      write: (found) => SETTINGS_SOURCE.write(parseReaderSettings(found)),
    });
  };
  return {
    make: async (onProgress) => (await load()).make(onProgress),
    restore: async (file, onProgress) => (await load()).restore(file, onProgress),
  };
}

const words = createWords(translate, interfaceLanguage());
showLanguage(document.documentElement, words);
document.title = words.t('listTitle');

const opened = openWithStored();
const { stored } = opened;
const { section } = readSection(location.hash);
const counting = shareCounts(opened.library, new AbortController().signal);
const library = isPlace(section) ? askEarly(counting, { place: section, limit: FIRST_PAGE }) : counting;
// The settings show how much room the library takes. If it is known before they are drawn, nothing moves later. They do
// not wait long for it.
const counted =
  section === 'settings' ? withinDeadline(counting.counts(), COUNTED_WITHIN_MS).catch(() => undefined) : undefined;
const asked = Promise.all([readSettings(), readShortcutKeys(), counted]);
// The first use of `Intl` takes some 15 ms. It is better spent now, while the browser opens the database, than when the
// first rows are drawn.
words.when(Date.now() - LONG_AGO_MS);
words.number(0);
const [settings, keys] = await asked;
await documentStyled();
render(
  <DailyWords words={words}>
    <LibraryPage library={library} stored={stored} initialSettings={settings} keys={keys} />
  </DailyWords>,
  document.body,
);
