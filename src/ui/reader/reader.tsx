import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Article } from '../../model/article.ts';
import type { ReadingPosition } from '../../model/reading-position.ts';
import { ActionButton } from './action-button.tsx';
import { ArticleView } from './article-view.tsx';
import { KeySheet } from './key-sheet.tsx';
import { preferenceActions } from './preference-actions.ts';
import { ReaderBar } from './reader-bar.tsx';
import { READER_KEYS, type ReaderAction } from './reader-keys.ts';
import type { ReaderActions, ReaderPreferences, ReaderSurfaceParts, SaveState } from './reader-surface.ts';
import { SaveControls } from './save-controls.tsx';
import { TypePanel } from './type-panel.tsx';
import { useBar } from './use-bar.ts';
import { useLateParts } from './use-late-parts.ts';
import { usePlace } from './use-place.ts';
import { useReaderKeys } from './use-reader-keys.ts';

export interface ReaderProps {
  parts: ReaderSurfaceParts;
  article: Article;
  preferences: ReaderPreferences;
  /** Null where saving is not offered, as for an article that is open from the list. */
  save: SaveState | null;
  actions: ReaderActions;
  /** The browser-wide shortcut as it is really set. */
  toggleKey: string | null;
  start: ReadingPosition | null;
  onPlace: (place: ReadingPosition) => void;
  /** One line below the bar; its key tells one from another. */
  notice?: VNode | null;
}

/** The full reader: bar, panels, keys, article, offers at the end. The overlay and the reader tab are both this. */
export function Reader(props: ReaderProps) {
  const { parts, article, preferences, save } = props;
  const { translate, locale, Controls, scroller } = parts;
  const [open, setOpen] = useState<'type' | 'keys' | null>(null);
  const keep = preferences.settings.keepBar || open !== null;
  const bar = useBar({ scroller, keep, news: props.notice?.key ?? null });
  const [stands, setStands] = useState<{ body: HTMLElement } | null>(null);
  const goToPlace = usePlace({ scroller, start: props.start, onPlace: props.onPlace });
  useLateParts(stands, parts);
  const takeBody = (body: HTMLElement) => {
    goToPlace(body);
    setStands({ body });
  };

  const turn = (panel: 'type' | 'keys') => setOpen(open === panel ? null : panel);
  const actions: ReaderActions = {
    print: () => scroller.ownerDocument.defaultView?.print(),
    ...preferenceActions(preferences),
    ...props.actions,
    type: () => turn('type'),
    keys: () => turn('keys'),
    ...closing(open !== null ? () => setOpen(null) : props.actions.close),
  };
  useReaderKeys(parts.listenKeys, actions);
  const control = { translate, run: (action: ReaderAction) => actions[action]?.() };

  return (
    <>
      <Controls place="bar">
        <ReaderBar
          label={translate('readerToolbar')}
          shown={bar.shown}
          overText={bar.overText}
          onFocus={bar.focus}
          start={
            <>
              {save && <SaveControls save={save} locale={locale} {...control} />}
              {actions.archive && <ActionButton action="archive" icon="archive" {...control} />}
              {actions.delete && <ActionButton action="delete" icon="delete" show="icon" {...control} />}
            </>
          }
          end={
            <>
              <ActionButton
                action="type"
                label="Aa"
                name={`Aa: ${translate('readerType')}`}
                expanded={open === 'type'}
                {...control}
              />
              {actions.original && <ActionButton action="original" icon="original" show="icon" {...control} />}
              {actions.list && <ActionButton action="list" icon="list" show="icon" {...control} />}
              <ActionButton action="keys" icon="keyboard" show="icon" expanded={open === 'keys'} {...control} />
              {props.actions.close && <ActionButton action="close" icon="close" show="icon" {...control} />}
            </>
          }
        >
          {open && (
            <div class="reader-bar-drop">
              {open === 'type' ? (
                <TypePanel
                  settings={preferences.settings}
                  lang={article.lang}
                  translate={translate}
                  locale={locale}
                  onChange={preferences.change}
                />
              ) : (
                <KeySheet translate={translate} actions={bound(actions)} toggleKey={props.toggleKey} />
              )}
            </div>
          )}
          {props.notice && <div class="reader-bar-notice">{props.notice}</div>}
        </ReaderBar>
      </Controls>
      {props.notice && <div class="notice-room" />}
      <ArticleView
        article={article}
        toFragment={parts.toFragment}
        settings={preferences.settings}
        surface={parts.surface}
        translate={translate}
        locale={locale}
        onBody={takeBody}
      >
        <Controls place="end">
          <nav class="ui reader-end" aria-label={translate('readerEnd')}>
            {actions.archive && <ActionButton action="archive" icon="archive" {...control} />}
            {save && <SaveControls save={save} locale={locale} {...control} />}
            {actions.original && <ActionButton action="original" icon="original" {...control} />}
            {actions.list && <ActionButton action="list" icon="list" {...control} />}
          </nav>
        </Controls>
      </ArticleView>
    </>
  );
}

const closing = (close: (() => void) | undefined): ReaderActions => (close ? { close } : {});

const bound = (actions: ReaderActions): ReaderAction[] =>
  READER_KEYS.map(({ action }) => action).filter((action) => actions[action] !== undefined);
