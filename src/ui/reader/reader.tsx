import type { VNode } from 'preact';
import type { Article } from '../../model/article.ts';
import type { ReadingPosition } from '../../model/reading-position.ts';
import { LostHighlights } from '../highlights/lost-highlights.tsx';
import type { HighlightTools } from '../highlights/use-highlights.tsx';
import { ArticleView } from './article-view.tsx';
import { Contents } from './contents.tsx';
import { FocusVeil } from './focus-veil.tsx';
import { NotePopover } from './note-popover.tsx';
import { PictureLightbox } from './picture-lightbox.tsx';
import { MinutesLeft, ProgressLine } from './progress.tsx';
import { ReaderBar } from './reader-bar.tsx';
import { BarEnd, BarStart, ReaderEnd } from './reader-controls.tsx';
import type { ReaderAction } from './reader-keys.ts';
import { ReaderPanel } from './reader-panel.tsx';
import type { ReaderActions, ReaderPreferences, ReaderSurfaceParts, SaveState } from './reader-surface.ts';
import { SpeechBar } from './speech-bar.tsx';
import { HideBar, type HidingTools } from './use-hiding.tsx';
import { useReader } from './use-reader.ts';

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
  /** The beginning of a paragraph to go to, as by a link, once the body that has it stands. */
  arriveAt?: string | null;
  onPlace: (place: ReadingPosition) => void;
  /** Called with each body that stands in the page, before it is painted. */
  onBody?: (body: HTMLElement) => void;
  /** What is hidden by hand; null where nothing can be. */
  hiding?: HidingTools | null;
  /** What can be done with highlights; null where there are none. */
  highlights?: HighlightTools | null;
  /** A line at the end of the article, above what is offered there. */
  endNote?: VNode | null;
  /** One line below the bar; its key tells one from another. */
  notice?: VNode | null;
  /** How often something was taken back here; each time it is said. */
  undone?: number;
}

/** The full reader: bar, panels, keys, article, offers at the end. The overlay and the reader tab are both this. */
export function Reader(props: ReaderProps) {
  const { parts, article, preferences, save } = props;
  const { translate, locale, Controls, scroller } = parts;
  const { stands, bar, panel, notes, lightbox, speech, sideWidth, actions, said, takeBody, highlighting, ...state } =
    useReader(props);
  const { letterKeys, speechRate, focus } = preferences.settings;
  const control = { actions, translate, letterKeys, run: (action: ReaderAction) => actions[action]?.() };
  const contents = { label: translate('readerContents'), lang: article.lang, scroller, ...state.contents };

  return (
    <>
      <Controls place="bar">
        <ProgressLine stands={stands} scroller={scroller} translate={translate} />
        <ReaderBar
          label={translate('readerToolbar')}
          scroller={scroller}
          shown={bar.shown}
          overText={bar.overText}
          onFocus={bar.focus}
          start={<BarStart save={save} locale={locale} {...control} />}
          middle={
            <>
              <span class="reader-said" role="status">
                {said && translate(said)}
              </span>
              {!said && <MinutesLeft stands={stands} minutes={article.readingMinutes} {...parts} />}
            </>
          }
          end={
            <BarEnd
              open={[panel, sideWidth !== null && 'contents']}
              speaking={speech.state !== null}
              canClose={props.actions.close !== undefined}
              {...control}
            />
          }
        >
          {panel && (
            <ReaderPanel
              key={panel}
              {...{ panel, preferences, contents, actions, translate, locale }}
              lang={article.lang}
              run={control.run}
              toggleKey={props.toggleKey}
            />
          )}
          <HideBar hiding={state.hiding} translate={translate} locale={locale} />
          <SpeechBar {...{ speech, letterKeys, translate, locale }} rate={speechRate} lang={article.lang} />
          <div class="reader-bar-notice" role="status">
            {props.notice}
          </div>
        </ReaderBar>
      </Controls>
      {lightbox.picture && (
        <Controls place="over">
          <PictureLightbox {...{ lightbox, scroller, translate, locale }} lang={article.lang} />
        </Controls>
      )}
      {sideWidth !== null && (
        <Controls place="side">
          <Contents place="side" width={sideWidth} {...contents} />
        </Controls>
      )}
      <FocusVeil mode={focus} body={stands?.body ?? null} scroller={scroller} loadPart={parts.loadPart} />
      <ArticleView
        article={article}
        {...parts}
        settings={preferences.settings}
        onBody={(body) => {
          takeBody(body);
          props.onBody?.(body);
        }}
      >
        <Controls place="end">
          <LostHighlights highlights={highlighting.lost} translate={translate} />
          {props.endNote && <div class="ui reader-end-note">{props.endNote}</div>}
          <ReaderEnd save={save} locale={locale} {...control} />
        </Controls>
        {notes.open && (
          <NotePopover
            open={notes.open}
            scroller={scroller}
            label={translate('readerNote', notes.open.link.textContent?.trim() ?? '')}
            onClose={notes.close}
            onHover={notes.hover}
          />
        )}
      </ArticleView>
      <Controls place="selection">{highlighting.slot}</Controls>
    </>
  );
}
