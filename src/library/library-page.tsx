import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ErrorCode } from '../model/errors/error-code.ts';
import { RectoError } from '../model/errors/recto-error.ts';
import type { Library } from '../model/library.ts';
import type { SavedMetadata } from '../model/saved-article.ts';
import { tagQuery } from '../model/search/tag-key.ts';
import type { ReaderSettings } from '../model/settings/reader-settings.ts';
import { readerAddress, tryAddress } from '../platform/own-pages.ts';
import { SETTINGS_SOURCE } from '../platform/settings-source.ts';
import { type ShortcutKeys, watchShortcutKeys } from '../platform/shortcut-keys.ts';
import { lazyComponent } from '../ui/lazy-component.tsx';
import { ErrorNotice } from '../ui/list/error-notice.tsx';
import { LetterKeysProvider } from '../ui/list/letter-keys-context.ts';
import { ListView } from '../ui/list/list-view.tsx';
import { useWords } from '../ui/list/words-context.ts';
import { useSettings } from '../ui/use-settings.ts';
import { useTheme } from '../ui/use-theme.ts';
import { FetchNotice } from './fetching/fetch-notice.tsx';
import { LastingPart } from './lasting-part.tsx';
import type { StoredLibrary } from './library-files.ts';
import { LibraryRail, SECTION_TITLES, type SectionAddress, tagHref, useSection } from './library-rail.tsx';
import { type Safety, SafetyNotice, useSafety } from './safety-notice.tsx';
import { TagList } from './tag-list.tsx';
import { useFocusHeir } from './use-focus-heir.ts';
import { useLinkOpening } from './use-link-opening.ts';
import { useReading } from './use-reading.ts';

interface LibraryPageProps {
  library: Library;
  /** Null where the library cannot be opened. */
  stored: StoredLibrary | null;
  initialSettings: ReaderSettings;
  keys: ShortcutKeys;
}

/** The tab opens with the list, which waits for neither of these. */
const SettingsSection = lazyComponent(async () => (await import('./settings-section.tsx')).SettingsSection);
const HighlightsSection = lazyComponent(async () => (await import('./highlights-section.tsx')).HighlightsSection);

const ORGANISE = { tagHref };

/** Where a saved article opens; a link opens its page on the web. */
const hrefOf = (item: SavedMetadata): string => (item.kind === 'link' ? item.url : readerAddress(item.id, item.url));

/** The library tab: a rail of parts and one column, or the article that was opened there. */
export function LibraryPage({ library, stored, initialSettings, ...props }: LibraryPageProps): JSX.Element {
  const words = useWords();
  const keys = useKeysAsSet(props.keys);
  const { section, detail } = useSection();
  const isSettings = section === 'settings';
  const root = useRef<HTMLDivElement>(null);
  const column = useRef<HTMLElement>(null);
  useFocusHeir(column);
  const reading = useReading(library, root);
  const resting = reading !== null;
  const [unkept, setUnkept] = useState<ErrorCode | null>(null);
  const [settings, keep] = useSettings(initialSettings, SETTINGS_SOURCE, setUnkept);
  const change = (changed: Partial<ReaderSettings>) => {
    setUnkept(null);
    keep(changed);
  };
  const safety = useSafety(library, stored?.damaged);
  const title = (section === 'tags' && detail) || words.t(SECTION_TITLES[section]);

  useEffect(() => {
    if (!resting) document.title = title;
  }, [title, resting]);

  return (
    <>
      <div ref={root} class="library" hidden={resting}>
        <LibraryRail library={library} section={section} />
        <main ref={column} class="column" data-compact={settings.compactList || undefined}>
          <h1>{title}</h1>
          <LetterKeysProvider value={settings.letterKeys}>
            <LastingPart isShown={isSettings}>
              <SettingsSection
                {...{ library, stored, settings, keys }}
                onChange={change}
                part={isSettings ? detail : null}
              />
            </LastingPart>
            {!isSettings && <SectionContent {...{ library, stored, safety, keys, section, detail, resting }} />}
          </LetterKeysProvider>
          {unkept && isSettings && (
            <div class="column-foot">
              <ErrorNotice error={new RectoError(unkept)} />
            </div>
          )}
        </main>
      </div>
      {reading ? (
        <main key={reading.address} ref={beginAtTop} tabIndex={-1}>
          <reading.ReaderPage
            {...{ library, words }}
            early={reading.early}
            initialSettings={settings}
            toggleKey={keys['toggle-reader']}
            openList={reading.leave}
          />
        </main>
      ) : (
        <PageTheme settings={settings} />
      )}
    </>
  );
}

/**
 * The shortcut keys, read again when the person comes back to a list that stayed open: they may have been changed
 * meanwhile.
 */
function useKeysAsSet(initial: ShortcutKeys): ShortcutKeys {
  const [keys, setKeys] = useState(initial);
  useEffect(() => {
    const end = new AbortController();
    watchShortcutKeys(setKeys, end.signal);
    return () => end.abort();
  }, []);
  return keys;
}

/** Scrolls an article to its top and gives it the focus, before it goes to the position where it was left. */
function beginAtTop(article: HTMLElement | null): void {
  // When the article is left (null), nothing may move, because the position where it was left is read last.
  if (!article) return;
  scrollTo(0, 0);
  article.focus({ preventScroll: true });
}

/** Shows the page in the theme of the article's site while an article is read. */
function PageTheme({ settings }: { settings: ReaderSettings }): null {
  useTheme(settings);
  return null;
}

interface SectionContentProps extends Pick<LibraryPageProps, 'library' | 'stored' | 'keys'> {
  section: Exclude<SectionAddress['section'], 'settings'>;
  detail: SectionAddress['detail'];
  safety: Safety;
  resting: boolean;
}

/** What stands in the column, but for the settings. */
function SectionContent({ library, stored, safety, keys, section, detail, resting }: SectionContentProps): JSX.Element {
  const list = `${section}/${detail ?? ''}`;
  const [openLink, unopened] = useLinkOpening(list);
  if (section === 'highlights') return <HighlightsSection library={library} resting={resting} />;
  if (section === 'tags' && detail === null) return <TagList library={library} resting={resting} />;
  return (
    <ListView
      key={list}
      library={library}
      place={section === 'favourites' || section === 'tags' ? 'list' : section}
      query={section === 'favourites' ? 'is:favourite' : detail === null ? null : tagQuery(detail)}
      organise={ORGANISE}
      resting={resting}
      shortcut={keys['toggle-reader'] ?? ''}
      hrefOf={hrefOf}
      onOpen={openLink}
      tryHref={tryAddress()}
      restoreHref="#settings/backup"
      foot={
        <>
          {unopened && <ErrorNotice error={unopened} />}
          {section === 'list' && stored && <FetchNotice fetching={stored.fetching} />}
        </>
      }
    >
      {section === 'list' && <SafetyNotice {...safety} />}
    </ListView>
  );
}
