import type { JSX } from 'preact';
import type { Article } from '../model/article.ts';
import type { ShortcutKeys } from '../platform/shortcut-keys.ts';
import type { PreferencesOnSite } from '../ui/reader/use-site-preferences.ts';
import { type Panel, PopupBar } from './popup-bar.tsx';
import { SavedDrop } from './saved-drop.tsx';
import { TypeDrop } from './type-drop.tsx';
import type { SavedPage } from './use-saved-page.ts';
import type { WaysOut } from './use-ways-out.ts';

interface PopupHeadProps {
  panel: Panel;
  onPanel(panel: Panel): void;
  article: Article | null;
  saved: SavedPage;
  /** What is open below the bar. */
  open: 'type' | 'saved' | null;
  onSave(): void;
  onType(): void;
  out: WaysOut;
  preferences: PreferencesOnSite;
  keys: ShortcutKeys;
  onFail(thrown: unknown): void;
}

/** The bar of the popup, and what it opens. */
export function PopupHead(props: PopupHeadProps): JSX.Element {
  const { panel, article, saved, open, out, keys, onFail } = props;
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
        letterKeys={settings.letterKeys}
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
      {open === 'saved' && panel === 'page' && saved.saved && (
        <SavedDrop saved={saved} kept={saved.saved} onOpenSaved={out.toSaved} />
      )}
    </header>
  );
}
