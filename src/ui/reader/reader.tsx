import { LostHighlights } from '../highlights/lost-highlights.tsx';
import { ArticleView } from './article/article-view.tsx';
import { ReaderBar } from './bar/reader-bar.tsx';
import { BarEnd, BarStart, type ControlsProps, ReaderEnd } from './bar/reader-controls.tsx';
import { FocusVeil } from './focus-veil.tsx';
import { HideBar } from './hiding/use-hiding.tsx';
import { PictureLightbox } from './lightbox/picture-lightbox.tsx';
import { Contents, type ContentsProps } from './navigation/contents.tsx';
import { NotePopover } from './navigation/note-popover.tsx';
import { MinutesLeft, ProgressLine } from './position/progress.tsx';
import type { ReaderAction } from './reader-keys.ts';
import { ReaderPanel } from './reader-panel.tsx';
import type { ReaderProps } from './reader-props.ts';
import { SpeechBar } from './speech/speech-bar.tsx';
import { type ReaderState, useReader } from './use-reader.ts';

/** The full reader: bar, panels, keys, article, offers at the end. The overlay and the reader tab are both this. */
export function Reader(props: ReaderProps) {
  const { parts, article, preferences, save } = props;
  const { translate, locale, Controls, scroller } = parts;
  const state = useReader(props);
  const { stands, notes, lightbox, sideWidth, actions, takeBody, highlighting } = state;
  const { letterKeys, focus } = preferences.settings;
  const control = { actions, translate, letterKeys, run: (action: ReaderAction) => actions[action]?.() };
  const contents = { label: translate('readerContents'), lang: article.lang, scroller, ...state.contents };

  return (
    <>
      <Controls place="bar">
        <ProgressLine stands={stands} {...parts} />
        {barOf(props, state, control, contents)}
      </Controls>
      {lightbox.picture && (
        <Controls place="over">
          <PictureLightbox lightbox={lightbox} {...parts} lang={article.lang} />
        </Controls>
      )}
      {/* Always there: the bar tells it how far down the contents begin. */}
      <Controls place="side">
        {sideWidth !== null && <Contents place="side" width={sideWidth} {...contents} />}
      </Controls>
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
          <LostHighlights highlights={highlighting.lost} lang={article.lang} translate={translate} />
          {props.endNote && <div class="ui reader-end-note">{props.endNote}</div>}
          <ReaderEnd {...{ scroller, save, locale }} {...control} />
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
      {/* After the text, or what is drawn as a layer of its own (filtered pictures, parts) would lie over the veil. */}
      <FocusVeil mode={focus} body={stands?.body ?? null} {...parts} />
      <Controls place="selection">{highlighting.slot}</Controls>
    </>
  );
}

/** The bar, and what is open or said below it. */
function barOf(
  props: ReaderProps,
  state: ReaderState,
  control: ControlsProps,
  contents: Omit<ContentsProps, 'place' | 'width'>,
) {
  const { parts, preferences, article } = props;
  const { stands, bar, panel, speech, said } = state;
  const { locale } = parts;
  const { lang } = article;
  return (
    <ReaderBar
      label={control.translate('readerToolbar')}
      scroller={parts.scroller}
      shown={bar.shown}
      overText={bar.overText}
      onFocus={bar.focus}
      start={<BarStart save={props.save} locale={locale} {...control} />}
      middle={
        <>
          <span class="reader-said" role="status">
            {said && control.translate(said)}
          </span>
          {!said && <MinutesLeft stands={stands} minutes={article.readingMinutes} {...parts} />}
        </>
      }
      end={
        <BarEnd
          open={[panel, state.sideWidth !== null && 'contents']}
          speaking={speech.state !== null}
          canClose={props.actions.close !== undefined}
          {...control}
        />
      }
    >
      {panel && (
        <ReaderPanel
          key={panel}
          {...{ panel, preferences, contents, locale, lang }}
          toggleKey={props.toggleKey}
          {...control}
        />
      )}
      <HideBar hiding={state.hiding} {...parts} />
      <SpeechBar
        {...parts}
        {...{ speech, lang }}
        letterKeys={control.letterKeys}
        rate={preferences.settings.speechRate}
      />
      <div class="reader-bar-notice" role="status">
        {props.notice}
      </div>
    </ReaderBar>
  );
}
