import type { JSX } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { decodeSafely } from '../model/address/decode-safely.ts';
import type { LibraryReader } from '../model/library.ts';
import type { MessageKey } from '../model/message-key.ts';
import type { Place } from '../model/saved-article.ts';
import { isReaderAddress } from '../platform/own-pages.ts';
import { useCounts } from '../ui/list/items/use-counts.ts';
import { useWords } from '../ui/list/words-context.ts';

/** The parts of the library; each has its address (`library.html#archive`), so that back, reload and links work. */
export const SECTIONS = ['list', 'favourites', 'archive', 'highlights', 'tags', 'deleted', 'settings'] as const;

type Section = (typeof SECTIONS)[number];

/** Whether a part of the library is a place, which items are moved to. */
export const isPlace = (section: Section): section is Place =>
  section === 'list' || section === 'archive' || section === 'deleted';

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
          const isCounted = isPlace(name);
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

export interface SectionAddress {
  section: Section;
  /** What stands after the section: the name of a tag in `#tags/travel`; null when nothing does. */
  detail: string | null;
}

/** Reads a section from an address's fragment; what is unknown is the reading list. */
export function readSection(hash: string): SectionAddress {
  const [name, ...rest] = hash.replace(/^#/, '').split('/');
  const section = SECTIONS.find((known) => known === name);
  return { section: section ?? 'list', detail: section && rest.length > 0 ? decodeSafely(rest.join('/')) : null };
}

/**
 * The address of a tag's articles. A lone surrogate cannot be in an address and would keep the whole list from being
 * drawn.
 */
export const tagHref = (tag: string): string => `#tags/${encodeURIComponent(tag.replace(/\p{Cs}/gu, '\ufffd'))}`;

/** The part of the library that the address names, also after it changes. */
export function useSection(): SectionAddress {
  const [address, setAddress] = useState(() => readSection(location.hash));
  // Before the first frame, so that no change of the address is missed.
  useLayoutEffect(() => {
    const onChange = () => {
      // An article that is read in this page has an address of its own, whose fragment does not name a part of the
      // library.
      if (!isReaderAddress(location.href)) setAddress(readSection(location.hash));
    };
    // If two addresses differ in more than the fragment, this is the only event.
    addEventListener('popstate', onChange);
    addEventListener('hashchange', onChange);
    return () => {
      removeEventListener('popstate', onChange);
      removeEventListener('hashchange', onChange);
    };
  }, []);
  return address;
}
