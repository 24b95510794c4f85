import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { SITE_SOURCE } from '../messaging/site-source.ts';
import { asRectoError } from '../model/errors/as-recto-error.ts';
import type { ErrorCode } from '../model/errors/error-code.ts';
import { RectoError } from '../model/errors/recto-error.ts';
import type { ReadingPosition } from '../model/reading-position.ts';
import type { ReaderSettings } from '../model/settings/reader-settings.ts';
import type { SiteWithSettings } from '../model/settings/site-settings.ts';
import type { TabInfo } from '../platform/active-tab.ts';
import { SETTINGS_SOURCE } from '../platform/settings-source.ts';
import type { ShortcutKeys } from '../platform/shortcut-keys.ts';
import { LetterKeysProvider } from '../ui/list/letter-keys-context.ts';
import { useWords } from '../ui/list/words-context.ts';
import { listenKeys } from '../ui/listen-keys.ts';
import type { ReaderActions } from '../ui/reader/reader-actions.ts';
import { preferenceActions } from '../ui/reader/typography/preference-actions.ts';
import { type PreferencesOnSite, useSitePreferences } from '../ui/reader/typography/use-site-preferences.ts';
import { useReaderKeys } from '../ui/reader/use-reader-keys.ts';
import { useSettings } from '../ui/use-settings.ts';
import { useTheme } from '../ui/use-theme.ts';
import type { ListPanelProps } from './list-panel.tsx';
import type { ListPanelComponent } from './load-list-panel.ts';
import { NoticeRegion } from './notice-region.tsx';
import type { Panel } from './popup-bar.tsx';
import { PopupContent } from './popup-content.tsx';
import { PopupHead } from './popup-head.tsx';
import { useListPanel } from './use-list-panel.ts';
import { usePage } from './use-page.ts';
import { type SavedPage, useSavedPage } from './use-saved-page.ts';
import { useScrollerFocus } from './use-scroller-focus.ts';
import { keepPlace, useStartPlace } from './use-start-place.ts';
import { useTagging } from './use-tagging.tsx';
import { useWaysOut } from './use-ways-out.ts';

interface PopupPageProps {
  tab: TabInfo;
  initialSettings: ReaderSettings;
  /** Null where nothing may be kept of the page's site. */
  site: SiteWithSettings | null;
  keys: ShortcutKeys;
}

/** The popup: the page's article, or why there is none, and the reading list behind it. */
export function PopupPage({ tab, initialSettings, site, keys }: PopupPageProps): JSX.Element {
  const { t } = useWords();
  const [page, readAgain] = usePage(tab, site);
  const article = page.kind === 'article' ? page.article : null;
  const saved = useSavedPage(tab, page.url, { title: page.title, article });
  const [panel, setPanel] = useState<Panel>('page');
  const [open, toggle, dropActions] = useDrop(saved.done);
  const [failure, fail, dismissFailure] = useFailure([saved.error, saved.done, saved.asking]);
  const [tagging, onTags] = useTagging(saved, fail);
  const preferences = usePreferences(initialSettings, site, fail);
  const out = useWaysOut(tab.id, fail);
  const scroller = useRef<HTMLElement>(null);
  const [start, notePlace] = useStartPlace(tab, saved.kept, page.url);
  const link = page.url && /^https?:/.test(page.url) ? { url: page.url, title: page.title ?? page.url } : null;
  const List = useListPanel(panel === 'list' || page.kind === 'failed', article !== null, fail);
  const { letterKeys, textSize } = preferences.settings;
  const list = List && <KeyedList {...{ List, letterKeys, keys }} onFail={fail} />;
  const noteFocus = useScrollerFocus(scroller, panel === 'page' ? article : null);
  const onPlace = (place: ReadingPosition) => {
    notePlace(place);
    if (article) keepPlace(tab, article.url, saved.kept, place);
  };

  const onSave = () => {
    if (saved.kept?.kind === 'article') toggle('saved');
    else if (article && !saved.busy) saved.saveArticle(article);
  };
  const onPage = {
    ...preferenceActions(preferences),
    save: onSave,
    undo: saved.undo,
    ...keptActions(saved, onTags),
    ...dropActions,
    list: () => setPanel('list'),
  };
  // The list has keys of its own, and so has the dialog of tags.
  useReaderKeys(listenKeys, panel === 'page' && article && !tagging ? onPage : {}, letterKeys);

  return (
    <div class="popup" onFocusIn={noteFocus}>
      <PopupHead
        {...{ panel, article, saved, open, onSave, onTags, onType: dropActions.type, out, preferences, keys }}
        onPanel={setPanel}
        onFail={fail}
      />
      <NoticeRegion
        {...{ tab, panel, article, link, saved, out, failure, onTags }}
        textSize={textSize}
        onFail={fail}
        onDismissFailure={dismissFailure}
      />
      {/* One for each panel: the list is not where the article was scrolled to, nor the other way round. */}
      <main
        key={panel}
        ref={scroller}
        class="popup-main"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and an article may have nothing else to focus
        tabIndex={0}
        aria-label={panel === 'list' ? t('readerList') : article ? t('popupArticle') : undefined}
      >
        {panel === 'list' ? (
          list
        ) : (
          <PopupContent
            {...{ page, link, saved, scroller, start, list, onPlace }}
            settings={preferences.settings}
            onReadAgain={readAgain}
            onPick={out.toPicking}
          />
        )}
      </main>
      {tagging}
    </div>
  );
}

interface KeyedListProps extends ListPanelProps {
  List: ListPanelComponent;
  letterKeys: boolean;
}

/** The list, which takes single letters for keys unless they are turned off. */
function KeyedList({ List, letterKeys, ...props }: KeyedListProps): JSX.Element {
  return (
    <LetterKeysProvider value={letterKeys}>
      <List {...props} />
    </LetterKeysProvider>
  );
}

/** The settings as they are on the page's site, in the colours they ask for. */
function usePreferences(
  initial: ReaderSettings,
  site: SiteWithSettings | null,
  onFail: (thrown: unknown) => void,
): PreferencesOnSite {
  const fail = (code: ErrorCode) => onFail(new RectoError(code));
  const [settings, change] = useSettings(initial, SETTINGS_SOURCE, fail);
  const preferences = useSitePreferences({ settings, change, fail }, site?.name ?? null, SITE_SOURCE, site?.settings);
  useTheme(preferences.settings, settings);
  return preferences;
}

/** What keys do with the kept article: what the Saved button offers. */
function keptActions({ kept, archive, remove }: SavedPage, tags: () => void): ReaderActions {
  if (kept?.kind !== 'article' || kept.place === 'deleted') return {};
  // From any other place Undo would not lead back there.
  return { delete: remove, tags, ...(kept.place === 'list' ? { archive } : {}) };
}

type Drop = 'type' | 'saved';

/**
 * What is open below the bar; only one thing at a time. When an action was `done`, it was chosen from what the Saved
 * button offers, and that closes. `actions` are those of the keys: Esc closes what is open. Otherwise Esc belongs to
 * the browser, which closes the popup; in Firefox it always does.
 */
function useDrop(
  done: SavedPage['done'],
): [open: Drop | null, toggle: (drop: Drop) => void, actions: { type: () => void; close?: () => void }] {
  const [open, setOpen] = useState<Drop | null>(null);
  // Before the paint: later, it would close what was opened after it.
  useLayoutEffect(() => {
    if (done) setOpen((was) => (was === 'saved' ? null : was));
  }, [done]);
  const toggle = (drop: Drop) => setOpen((was) => (was === drop ? null : drop));
  return [open, toggle, { type: () => toggle('type'), ...(open ? { close: () => setOpen(null) } : {}) }];
}

/** Why the last way out of the popup failed. It is forgotten once anything else is said about the page. */
function useFailure(told: readonly unknown[]): [RectoError | null, fail: (thrown: unknown) => void, () => void] {
  const [failure, setFailure] = useState<RectoError | null>(null);
  // Before the paint: later, it would remove a failure that came after it.
  useLayoutEffect(() => {
    if (told.some(Boolean)) setFailure(null);
  }, told);
  return [failure, (thrown) => setFailure(asRectoError(thrown)), () => setFailure(null)];
}
