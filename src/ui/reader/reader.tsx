import { LostHighlights } from '../highlights/lost-highlights.tsx';
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
import type { ReaderProps } from './reader-props.ts';
import { SpeechBar } from './speech-bar.tsx';
import { HideBar } from './use-hiding.tsx';
import { useReader } from './use-reader.ts';

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
        <ProgressLine stands={stands} {...parts} />
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
          <HideBar hiding={state.hiding} {...parts} />
          <SpeechBar {...parts} {...{ speech, letterKeys }} rate={speechRate} lang={article.lang} />
          <div class="reader-bar-notice" role="status">
            {props.notice}
          </div>
        </ReaderBar>
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
      {/* After the text, or what is drawn as a layer of its own (filtered pictures, parts) would lie over the veil. */}
      <FocusVeil mode={focus} body={stands?.body ?? null} {...parts} />
      <Controls place="selection">{highlighting.slot}</Controls>
    </>
  );
}
