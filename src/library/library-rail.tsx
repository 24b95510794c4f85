import type { JSX } from 'preact';
import type { LibraryReader } from '../model/library.ts';
import type { MessageKey } from '../model/message-key.ts';
import { useCounts } from '../ui/list/use-counts.ts';
import { useWords } from '../ui/list/words-context.ts';
import { SECTIONS, type Section } from './use-section.ts';

/** What each part of the library is called. */
export const SECTION_TITLES: Record<Section, MessageKey> = {
  list: 'listTitle',
  favourites: 'listFavouritesTitle',
  archive: 'listArchiveTitle',
  highlights: 'highlightsTitle',
  tags: 'listTags',
  deleted: 'listDeletedTitle',
  settings: 'settingsTitle',
};

/** The parts of the library with how much is in each. Narrow windows show them in a row above the list. */
export function LibraryRail({ library, section }: { library: LibraryReader; section: Section }): JSX.Element {
  const words = useWords();
  const counts = useCounts(library);
  return (
    <nav class="rail" aria-label={words.t('extName')}>
      <p class="rail-name" aria-hidden="true">
        Recto
      </p>
      <ul>
        {SECTIONS.map((name) => {
          const isCounted = name === 'list' || name === 'archive' || name === 'deleted';
          const count = (isCounted && counts?.[name]) || 0;
          return (
            <li key={name} data-section={name}>
              <a href={`#${name}`} aria-current={name === section ? 'page' : undefined}>
                {words.t(SECTION_TITLES[name])}
              </a>
              {/* There from the start: in a narrow window the row keeps room for it. */}
              {isCounted && <span class="rail-count">{count > 0 && words.number(count)}</span>}
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
