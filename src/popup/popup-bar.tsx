import type { JSX } from 'preact';
import type { ShortcutKeys } from '../platform/shortcut-keys.ts';
import { Button } from '../ui/button.tsx';
import { Drawing, Icon } from '../ui/icon.tsx';
import { useWords } from '../ui/list/words-context.ts';
import { keyName, type ReaderAction } from '../ui/reader/reader-keys.ts';
import type { SavedPage } from './use-saved-page.ts';

export type Panel = 'page' | 'list';

interface PopupBarProps {
  panel: Panel;
  onPanel(panel: Panel): void;
  /** Whether there is an article, so that Save and Full view have something to act on. */
  readable: boolean;
  saved: SavedPage;
  savedOpen: boolean;
  onSave(): void;
  overlayOpen: boolean;
  onFullView(): void;
  typeOpen: boolean;
  onType(): void;
  onOpenTab(): void;
  keys: ShortcutKeys;
  letterKeys: boolean;
}

/** Save · Full view · Aa · Reading list; on the list, the way back and out. */
export function PopupBar(props: PopupBarProps): JSX.Element {
  const { t } = useWords();
  const { panel, onPanel } = props;
  // Without an article the keys are the list's.
  const hint = (action: ReaderAction) => (props.readable ? keyName(action, 'ltr', props.letterKeys) : undefined);
  if (panel === 'list') {
    return (
      // biome-ignore lint/a11y/useSemanticElements: a fieldset is laid out in its own way. No toolbar either: that is one stop of Tab, with arrow keys inside.
      <div key="list" class="popup-bar" role="group" aria-label={t('readerToolbar')}>
        <Button icon="back" label={t('popupBackToArticle')} onPress={() => onPanel('page')} />
        <span class="popup-bar-space" />
        <Button show="both" label={t('popupListInTab')} onPress={props.onOpenTab}>
          <FullViewIcon />
        </Button>
      </div>
    );
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is laid out in its own way. No toolbar either: that is one stop of Tab, with arrow keys inside.
    <div key="page" class="popup-bar" role="group" aria-label={t('readerToolbar')}>
      {props.readable && (
        <SaveButton saved={props.saved} keyHint={hint('save')} expanded={props.savedOpen} onPress={props.onSave} />
      )}
      {/* Beside Save, which grows when it tells the day: nothing moves then. */}
      <span class="popup-bar-space" />
      {/* The way back is wanted too where full view itself has found no article. */}
      {(props.readable || props.overlayOpen) && (
        <Button
          show="both"
          label={t(props.overlayOpen ? 'popupBackToPage' : 'popupFullView')}
          keyHint={props.keys['toggle-reader'] ?? undefined}
          onPress={props.onFullView}
        >
          {props.overlayOpen ? <Icon name="back" /> : <FullViewIcon />}
        </Button>
      )}
      {props.readable && (
        <Button
          label={`Aa: ${t('readerType')}`}
          show="icon"
          expanded={props.typeOpen}
          keyHint={hint('type')}
          onPress={props.onType}
        >
          <span class="aa" aria-hidden="true">
            Aa
          </span>
        </Button>
      )}
      <Button icon="list" label={t('readerList')} keyHint={hint('list')} onPress={() => onPanel('list')} />
    </div>
  );
}

interface SaveButtonProps {
  saved: SavedPage;
  keyHint: string | undefined;
  expanded: boolean;
  onPress(): void;
}

/** "Save", then "Saved 3 May": pressed again it offers what can be done with the kept article. */
function SaveButton(props: SaveButtonProps): JSX.Element {
  const words = useWords();
  const { kept: found } = props.saved;
  const kept = found?.kind === 'article' && found.place !== 'deleted' ? found : null;
  return (
    <Button
      icon="save"
      active={kept !== null}
      keyHint={props.keyHint}
      label={kept ? words.t('popupSavedOn', words.day(kept.savedAt)) : words.t('readerSave')}
      expanded={kept ? props.expanded : undefined}
      onPress={props.onPress}
    />
  );
}

/** Four corners: what is read here is given the whole tab. */
function FullViewIcon() {
  return <Drawing path="M3.5 7.5v-4h4M12.5 3.5h4v4M16.5 12.5v4h-4M7.5 16.5h-4v-4" />;
}
