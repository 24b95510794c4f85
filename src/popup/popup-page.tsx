import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { send } from '../messaging/send.ts';
import { SITE_SOURCE } from '../messaging/site-source.ts';
import { asRectoError } from '../model/as-recto-error.ts';
import type { ReaderSettings } from '../model/reader-settings.ts';
import { RectoError } from '../model/recto-error.ts';
import type { Site } from '../model/site.ts';
import type { SiteSettings } from '../model/site-settings.ts';
import type { TabInfo } from '../platform/active-tab.ts';
import { isOverlayOpen, toggleOverlay } from '../platform/overlay-in-tab.ts';
import type { ShortcutKeys } from '../platform/shortcut-keys.ts';
import { watchSettings } from '../platform/watch-settings.ts';
import { writeSettings } from '../platform/write-settings.ts';
import { useWords } from '../ui/list/words-context.ts';
import { listenKeys } from '../ui/listen-keys.ts';
import { preferenceActions } from '../ui/reader/preference-actions.ts';
import { useReaderKeys } from '../ui/reader/use-reader-keys.ts';
import { useSitePreferences } from '../ui/reader/use-site-preferences.ts';
import { useSettings } from '../ui/use-settings.ts';
import { useTheme } from '../ui/use-theme.ts';
import { ErrorLine } from './error-line.tsx';
import { PageNotices } from './page-notices.tsx';
import { type Panel, PopupBar } from './popup-bar.tsx';
import { PopupContent } from './popup-content.tsx';
import { TypeDrop } from './type-drop.tsx';
import { useListPanel } from './use-list-panel.ts';
import { usePage } from './use-page.ts';
import { useSavedPage } from './use-saved-page.ts';
import { keepPlace, useStartPlace } from './use-start-place.ts';

const SETTINGS = { watch: watchSettings, write: writeSettings };
/** From this text size on, in percent, the popup is too small for a line of a sensible length. */
const LARGE_TEXT = 200;

export interface PopupPageProps {
  tab: TabInfo;
  initialSettings: ReaderSettings;
  /** Null where nothing may be kept of the page's site. */
  site: { name: Site; settings: SiteSettings } | null;
  keys: ShortcutKeys;
}

/** The popup: the page's article, or why there is none, and the reading list behind it. */
export function PopupPage({ tab, initialSettings, site, keys }: PopupPageProps): JSX.Element {
  const { t } = useWords();
  const [all, changeAll] = useSettings(initialSettings, SETTINGS);
  const preferences = useSitePreferences(
    { settings: all, change: changeAll },
    site?.name ?? null,
    SITE_SOURCE,
    site?.settings,
  );
  const { settings, change } = preferences;
  const [page, readAgain] = usePage(tab, site);
  const saved = useSavedPage(tab, page.url);
  const [panel, setPanel] = useState<Panel>('page');
  const [open, setOpen] = useState<'type' | 'saved' | null>(null);
  const [overlayOpen, setOverlayOpen] = useState(false);
  const [failure, setFailure] = useState<RectoError | null>(null);
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const start = useStartPlace(tab, saved.saved);
  const article = page.kind === 'article' ? page.article : null;
  const link = page.url && /^https?:/.test(page.url) ? { url: page.url, title: page.title ?? page.url } : null;
  const showList = panel === 'list' || page.kind === 'failed';
  const List = useListPanel(showList, article !== null);

  useTheme(settings, all);
  useEffect(() => {
    void isOverlayOpen(tab.id).then(setOverlayOpen);
  }, [tab]);
  // Arrow and page keys scroll what has the focus.
  useEffect(() => {
    if (article) scroller?.focus({ preventScroll: true });
  }, [article, scroller]);

  // What came later is told.
  useEffect(() => {
    if (saved.error || saved.done || saved.asking) setFailure(null);
  }, [saved.error, saved.done, saved.asking]);

  // What was done has been chosen from what the Saved button offered.
  useEffect(() => {
    if (saved.done) setOpen((was) => (was === 'saved' ? null : was));
  }, [saved.done]);

  const onFullView = async () => {
    const outcome = await toggleOverlay(tab.id);
    if (outcome.ok) window.close();
    else setFailure(new RectoError(outcome.error.code, outcome.error.message));
  };
  const onPick = async () => {
    const outcome = await toggleOverlay(tab.id, { pick: true });
    if (outcome.ok) window.close();
    else setFailure(new RectoError(outcome.error.code, outcome.error.message));
  };
  const onSave = () => {
    const kept = saved.saved?.kind === 'article' ? saved.saved : null;
    if (kept) setOpen(open === 'saved' ? null : 'saved');
    else if (article && !saved.busy) saved.saveArticle(article);
  };
  const onType = () => setOpen(open === 'type' ? null : 'type');
  const fail = (thrown: unknown) => setFailure(asRectoError(thrown));
  const openTab = () => void send('tab.open-list', {}).then(() => window.close(), fail);
  const openSaved = (id: string) => void send('tab.open-saved', { id }).then(() => window.close(), fail);
  const onPage = {
    ...preferenceActions({ settings, change }),
    save: onSave,
    undo: saved.undo,
    // From elsewhere Undo would not lead back.
    ...(saved.saved?.place === 'list' ? { archive: saved.archive } : {}),
    type: onType,
    list: () => setPanel('list'),
  };
  // The list has keys of its own; Esc stays the browser's, which closes the popup.
  useReaderKeys(listenKeys, panel === 'page' && article ? onPage : {}, settings.letterKeys);

  return (
    <div class="popup">
      <header class="ui popup-head">
        <PopupBar
          panel={panel}
          onPanel={setPanel}
          readable={article !== null}
          saved={saved}
          savedOpen={open === 'saved'}
          onSave={onSave}
          overlayOpen={overlayOpen}
          onFullView={() => void onFullView()}
          typeOpen={open === 'type'}
          onType={onType}
          onOpenTab={openTab}
          keys={keys}
        />
        {open === 'type' && panel === 'page' && (
          <TypeDrop
            settings={settings}
            lang={article?.lang ?? null}
            onChange={change}
            site={preferences.site}
            keys={keys}
            onFail={fail}
          />
        )}
        {panel === 'list' && failure && (
          <ErrorLine error={failure} article={null} onDismiss={() => setFailure(null)} onFail={fail} />
        )}
        {panel === 'page' && (
          <PageNotices
            saved={saved}
            article={article}
            link={link}
            savedOpen={open === 'saved'}
            suggestFullView={settings.textSize >= LARGE_TEXT && article !== null && !overlayOpen}
            failure={failure}
            onOpenSaved={openSaved}
            onFullView={() => void onFullView()}
            onDismiss={() => {
              setFailure(null);
              saved.dismiss();
            }}
            onFail={fail}
          />
        )}
      </header>
      <main
        ref={setScroller}
        class="popup-main"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and an article may have nothing else to focus
        tabIndex={0}
        aria-label={t(panel === 'list' ? 'readerList' : 'popupArticle')}
      >
        {panel === 'list' ? (
          List && <List keys={keys} onFail={fail} />
        ) : (
          <PopupContent
            page={page}
            link={link}
            saved={saved}
            settings={settings}
            scroller={scroller}
            start={start}
            onPlace={(place) => article && keepPlace(tab, article.url, saved.saved, place)}
            onReadAgain={readAgain}
            onPick={() => void onPick()}
            list={List && <List keys={keys} onFail={fail} />}
          />
        )}
      </main>
    </div>
  );
}
