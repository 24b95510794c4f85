import { useEffect, useState } from 'preact/hooks';
import type { MessageKey } from '../../model/message-key.ts';
import { textDirection } from '../../model/text/text-direction.ts';
import { type Highlights, useHighlightsPart } from '../highlights/use-highlights-part.tsx';
import { useBrokenPictures } from './article/frame-picture.ts';
import { useLateParts } from './article/use-late-parts.ts';
import { type Bar, useBar } from './bar/use-bar.ts';
import { useCopying } from './copying/use-copying.ts';
import { type Hiding, useHiding } from './hiding/use-hiding.tsx';
import { type Lightbox, useLightbox } from './lightbox/use-lightbox.ts';
import { useContents } from './navigation/use-contents.ts';
import { useArrival, useJumps } from './navigation/use-jumps.ts';
import { useLinks } from './navigation/use-links.ts';
import { type Notes, useNotes } from './navigation/use-notes.ts';
import { useSteadyPlace } from './position/use-steady-place.ts';
import type { ReaderActions } from './reader-actions.ts';
import type { Panel } from './reader-panel.tsx';
import type { ReaderProps } from './reader-props.ts';
import type { ReadAloud } from './speech/use-read-aloud.ts';
import type { Standing } from './standing.ts';
import { preferenceActions } from './typography/preference-actions.ts';
import { useReaderKeys } from './use-reader-keys.ts';
import { useReadingAids } from './use-reading-aids.ts';
import { useStanding } from './use-standing.ts';

/** What the reader is and does now. */
export interface ReaderState {
  stands: Standing | null;
  bar: Bar;
  /** The panel that is open below the bar. */
  panel: Panel | null;
  notes: Notes;
  lightbox: Lightbox;
  speech: ReadAloud;
  contents: {
    headings: ReturnType<typeof useContents>['headings'];
    onGo: (target: HTMLElement) => void;
  };
  /** Width of the contents beside the text, in px; null where they do not stand there. */
  sideWidth: number | null;
  /** What keys and controls do now. */
  actions: ReaderActions;
  /** What to say about the last copying, or Undo. */
  said: MessageKey | null;
  highlighting: Highlights;
  hiding: Hiding;
  /** Takes the article's body once it stands. */
  takeBody: (body: HTMLElement) => void;
}

/** Everything the reader keeps about itself, and what its keys and controls do. */
export function useReader(props: ReaderProps): ReaderState {
  const { parts, article, preferences, notice } = props;
  const { scroller } = parts;
  const [panel, setPanel] = useState<Panel | null>(null);
  const [stands, takeBody] = useStanding(props);
  useSteadyPlace(stands, scroller);
  const jumps = useJumps(stands, scroller);
  useArrival(stands, props.arriveAt ?? null, jumps);
  const notes = useNotes(stands);
  const lightbox = useLightbox(stands);
  const hiding = useHiding(stands, props.hiding ?? null, parts);
  const { headings, sideWidth } = useContents(stands, scroller, hiding.marked);
  const copying = useCopying(stands, article, parts, props.hiding?.hidden);
  useEffect(() => void (props.undone && copying.say('readerUndone')), [props.undone]);
  useLateParts(stands, parts);
  useLinks(stands, jumps, notes);
  useBrokenPictures(stands, parts.translate('readerPictureBroken'));
  const aids = useReadingAids({ stands, article, preferences, parts });
  const highlighting = useHighlightsPart(stands?.body ?? null, props.highlights ?? null, parts);
  const { keepBar, contents } = preferences.settings;
  const keep = keepBar || panel !== null || jumps.arrived || aids.speech.state !== null || hiding.isOn;
  const bar = useBar({ scroller, keep, news: notice?.key ?? copying.said, start: props.start, stands });

  const leavePanel = (then: () => void) => () => {
    setPanel(null);
    then();
  };
  const turn = (to: Panel) => setPanel(panel === to ? null : to);
  const inner = notes.open ? notes.close : panel ? () => setPanel(null) : aids.speech.stop;
  const showContents = () => (sideWidth === null ? turn('contents') : preferences.change({ contents: !contents }));
  const actions: ReaderActions = {
    print: () => scroller.ownerDocument.defaultView?.print(),
    ...preferenceActions(preferences),
    ...aids.actions,
    // Before the actions of the surface: if the surface can be closed, Esc does that, whatever is highlighted.
    ...highlighting.actions,
    ...props.actions,
    ...(hiding.start && { 'hide-block': leavePanel(hiding.start) }),
    ...(headings.length > 0 && { contents: showContents }),
    ...(jumps.back && { back: jumps.back }),
    ...(stands?.body.querySelector('img') && { pictures: leavePanel(lightbox.open) }),
    'copy-markdown': copying.copyMarkdown,
    'copy-link': copying.copyLink,
    more: () => turn('more'),
    type: () => turn('type'),
    keys: () => turn('keys'),
    ...(inner && { close: inner }),
  };
  useReaderKeys(
    parts.listenKeys,
    hiding.actions ?? lightbox.actions ?? actions,
    preferences.settings.letterKeys,
    textDirection(parts.locale),
  );

  return {
    ...{ stands, takeBody, bar, panel, notes, lightbox, actions, highlighting, hiding },
    speech: aids.speech,
    contents: { headings, onGo: (target) => leavePanel(() => jumps.go(target))() },
    sideWidth: contents ? sideWidth : null,
    said: copying.said,
  };
}
