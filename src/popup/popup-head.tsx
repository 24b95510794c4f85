import type { JSX } from 'preact';
import type { Article } from '../model/article.ts';
import type { ReaderSettings } from '../model/reader-settings.ts';
import type { RectoError } from '../model/recto-error.ts';
import type { ShortcutKeys } from '../platform/shortcut-keys.ts';
import type { PreferencesOnSite } from '../ui/reader/use-site-preferences.ts';
import { ErrorLine } from './error-line.tsx';
import { PageNotices } from './page-notices.tsx';
import { type Panel, PopupBar } from './popup-bar.tsx';
import { TypeDrop } from './type-drop.tsx';
import type { SavedPage } from './use-saved-page.ts';
import type { WaysOut } from './use-ways-out.ts';

/** From this text size on, in percent, the popup is too small for a line of a sensible length. */
const LARGE_TEXT = 200;

interface PopupHeadProps {
  panel: Panel;
  onPanel(panel: Panel): void;
  article: Article | null;
  link: { url: string; title: string } | null;
  saved: SavedPage;
  /** What is open below the bar. */
  open: 'type' | 'saved' | null;
  onSave(): void;
  onType(): void;
  out: WaysOut;
  preferences: PreferencesOnSite;
  keys: ShortcutKeys;
  failure: RectoError | null;
  onFail(thrown: unknown): void;
  onDismissFailure(): void;
}

/** The bar of the popup, what it opens, and what has to be said. */
export function PopupHead(props: PopupHeadProps): JSX.Element {
  const { panel, article, saved, open, out, keys, failure, onFail } = props;
  const { settings, change, site } = props.preferences;
  return (
    <header class="ui popup-head">
      <PopupBar
        panel={panel}
        onPanel={props.onPanel}
        readable={article !== null}
        saved={saved}
        savedOpen={open === 'saved'}
        onSave={props.onSave}
        overlayOpen={out.overlayOpen}
        onFullView={out.toFullView}
        typeOpen={open === 'type'}
        onType={props.onType}
        onOpenTab={out.toListTab}
        keys={keys}
      />
      {open === 'type' && panel === 'page' && (
        <TypeDrop
          settings={settings}
          lang={article?.lang ?? null}
          onChange={change}
          site={site}
          keys={keys}
          onFail={onFail}
        />
      )}
      {panel === 'list' && failure && (
        <ErrorLine error={failure} article={null} onDismiss={props.onDismissFailure} onFail={onFail} />
      )}
      {panel === 'page' && <Notices {...props} settings={settings} />}
    </header>
  );
}

function Notices(props: PopupHeadProps & { settings: ReaderSettings }): JSX.Element {
  const { article, saved, out } = props;
  return (
    <PageNotices
      saved={saved}
      article={article}
      link={props.link}
      savedOpen={props.open === 'saved'}
      suggestFullView={props.settings.textSize >= LARGE_TEXT && article !== null && !out.overlayOpen}
      failure={props.failure}
      onOpenSaved={out.toSaved}
      onFullView={out.toFullView}
      onDismiss={() => {
        props.onDismissFailure();
        saved.dismiss();
      }}
      onFail={props.onFail}
    />
  );
}
