import type { ComponentChildren, JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { send } from '../messaging/send.ts';
import type { Article } from '../model/article.ts';
import type { SavedMetadata } from '../model/saved-article.ts';
import type { ReaderSettings } from '../model/settings/reader-settings.ts';
import type { ShortcutKeys } from '../platform/shortcut-keys.ts';
import { useWords } from '../ui/list/words-context.ts';
import { NoticeLine } from '../ui/notice-line.tsx';
import { lendFocus } from '../ui/reader/focus/lend-focus.ts';
import { TypePanel } from '../ui/reader/typography/type-panel.tsx';
import type { PreferencesOnSite, SitePreferences } from '../ui/reader/typography/use-site-preferences.ts';
import { type Panel, PopupBar } from './popup-bar.tsx';
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
  onTags(): void;
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
      {open === 'saved' && panel === 'page' && saved.kept && (
        <SavedDrop saved={saved} kept={saved.kept} onOpenSaved={out.toSaved} onTags={props.onTags} />
      )}
    </header>
  );
}

interface DropProps {
  of: 'type' | 'saved';
  /** Name for screen readers. */
  label: string;
  children: ComponentChildren;
}

/**
 * What is open below the bar. It takes the focus, as a panel of the reader does. Otherwise a person who opened it by
 * key would not hear of it, and Tab would first lead through the whole article. The earlier focus comes back when it
 * closes.
 */
function Drop({ of, label, children }: DropProps): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => (box.current ? lendFocus(box.current) : undefined), []);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend that nobody is to see.
    <div ref={box} class="popup-drop" data-of={of} role="group" aria-label={label}>
      {children}
    </div>
  );
}

interface SavedDropProps {
  saved: SavedPage;
  kept: SavedMetadata;
  onOpenSaved(id: string): void;
  onTags(): void;
}

/** What the Saved button offers: where the article is kept, and what can be done with it. */
function SavedDrop({ saved, kept, onOpenSaved, onTags }: SavedDropProps): JSX.Element {
  const { t } = useWords();
  const openSaved = { label: t('popupOpenSaved'), onPress: () => onOpenSaved(kept.id) };
  const tags = { label: t('listTags'), onPress: onTags };
  const archive = { label: t('readerArchive'), onPress: saved.archive };
  const remove = { label: t('listDelete'), onPress: saved.remove };
  const text = t(kept.place === 'archive' ? 'popupKeptInArchive' : 'popupKeptInList');
  return (
    <Drop of="saved" label={text}>
      <NoticeLine
        text={text}
        actions={kept.place === 'list' ? [openSaved, tags, archive, remove] : [openSaved, tags, remove]}
      />
    </Drop>
  );
}

interface TypeDropProps {
  settings: ReaderSettings;
  lang: string | null;
  onChange(changed: Partial<ReaderSettings>): void;
  site: SitePreferences | null;
  keys: ShortcutKeys;
  onFail(thrown: unknown): void;
}

/** The Aa panel under the bar, and the key that is really set for full view, or the way to set one. */
function TypeDrop({ settings, lang, onChange, site, keys, onFail }: TypeDropProps): JSX.Element {
  const { t, locale } = useWords();
  const key = keys['toggle-reader'];
  const [refused, setRefused] = useState(false);
  const openShortcuts = () =>
    void send('tab.open-shortcut-settings', {}).then((opened) => (opened ? window.close() : setRefused(true)), onFail);
  return (
    <Drop of="type" label={t('readerType')}>
      <TypePanel settings={settings} lang={lang} translate={t} locale={locale} onChange={onChange} site={site} />
      <p class="popup-key">
        {key ? t('popupKeySet', key) : t('popupKeyNone')}{' '}
        <button type="button" class="link-button" onClick={openShortcuts}>
          {t(key ? 'popupChangeKey' : 'popupSetKey')}
        </button>{' '}
        <span role="status">{refused && t('settingsChangeKeysByHand')}</span>
      </p>
    </Drop>
  );
}
