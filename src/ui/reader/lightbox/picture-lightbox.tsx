import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Translate } from '../../../model/message-key.ts';
import type { IconName } from '../../icon.tsx';
import { ActionButton } from '../bar/action-button.tsx';
import type { ReaderActions } from '../reader-actions.ts';
import type { ReaderAction } from '../reader-keys.ts';
import type { Lightbox } from './use-lightbox.ts';

interface PictureLightboxProps {
  lightbox: Lightbox;
  /** Language of the captions: the article's. */
  lang: string | null;
  /** What scrolls behind it. */
  scroller: HTMLElement;
  translate: Translate;
  locale: string;
}

/** The colours of the scrollbar: that of the background in `lightbox.css`. */
const ROOM = '#0d0e0f #0d0e0f';
/** Keys that scroll in either browser. */
const SCROLL_KEYS = [' ', 'PageUp', 'PageDown', 'Home', 'End', 'ArrowUp', 'ArrowDown'];

/** One picture alone: fitted into the window, or larger and scrolled, with its caption and its neighbours. */
export function PictureLightbox(props: PictureLightboxProps) {
  const { lightbox, scroller, translate } = props;
  const { picture, zoom, actions } = lightbox;
  const dialog = useModal(scroller);
  const stage = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => centre(stage.current), [zoom, picture]);
  if (!picture || !actions) return null;
  const run = (action: ReaderAction) => actions[action]?.();
  return (
    <dialog
      ref={dialog}
      class="ui lightbox"
      tabIndex={-1}
      aria-label={translate('readerPictures')}
      onKeyDown={(event) => holdBehind(event, stage.current)}
      onCancel={(event) => {
        event.preventDefault();
        run('close');
      }}
    >
      <div ref={stage} class="lightbox-stage" data-zoomed={zoom > 1 || undefined} tabIndex={zoom > 1 ? 0 : undefined}>
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keys of the table zoom too, and so do the buttons. */}
        <img
          src={picture.address}
          alt={picture.alt || picture.caption || translate('readerPicture')}
          style={{ '--r-zoom': String(zoom) }}
          onClick={() => run(actions.bigger ? 'bigger' : 'normal-size')}
        />
      </div>
      {lightboxLine(props, picture, actions)}
    </dialog>
  );
}

/** The caption, which picture it is, and the controls. */
function lightboxLine(
  { lightbox, lang, translate, locale }: PictureLightboxProps,
  { caption }: NonNullable<Lightbox['picture']>,
  actions: ReaderActions,
) {
  const number = new Intl.NumberFormat(locale);
  const run = (action: ReaderAction) => actions[action]?.();
  const button = (action: ReaderAction, icon: IconName, label?: string) => (
    <ActionButton {...{ action, icon, label, translate, run }} show="icon" disabled={!actions[action]} />
  );
  return (
    <div class="lightbox-line">
      <p class="lightbox-caption" lang={lang ?? undefined} aria-live="polite">
        {caption && <bdi>{caption}</bdi>}
      </p>
      <div class="lightbox-controls">
        <span class="lightbox-count" aria-live="polite">
          {translate('readerPictureCount', number.format(lightbox.index + 1), number.format(lightbox.count))}
        </span>
        {button('previous-picture', 'back')}
        {button('next-picture', 'forward')}
        {button('smaller', 'minus', translate('readerZoomOut'))}
        {button('bigger', 'plus', translate('readerZoomIn'))}
        {button('close', 'close')}
      </div>
    </div>
  );
}

/** Gives the ref of a dialog that is modal and on top of the article for as long as it is drawn. */
function useModal(scroller: HTMLElement) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const box = dialog.current;
    if (!box) return;
    const show = () => {
      box.close();
      box.showModal();
      // Chromium would choose the first control, despite `autofocus`, and draw a ring around it.
      box.focus();
    };
    show();
    // Full view was closed and opened again, to come above what the page had put over it. Now it is above the picture
    // as well.
    scroller.addEventListener('close', show);
    // The scrollbar of the article stays beside the picture, in the colours of the lightbox.
    scroller.style.scrollbarColor = ROOM;
    return () => {
      scroller.removeEventListener('close', show);
      // A dialog that is only removed does not give the focus back.
      box.close();
      scroller.style.scrollbarColor = '';
    };
  }, []);
  return dialog;
}

/**
 * Keeps the text behind from scrolling. Firefox passes on the keys pressed in a box that has nothing to scroll. For its
 * wheel, and for Chromium's keys and wheel, `overscroll-behavior` is enough
 * (https://bugzilla.mozilla.org/show_bug.cgi?id=1837436). Full view takes all keys before they arrive here; the page
 * behind it scrolls unseen, and its position is restored at the end.
 */
function holdBehind(event: KeyboardEvent, stage: HTMLElement | null): void {
  const at = event.target;
  if (!(at instanceof Element) || !SCROLL_KEYS.includes(event.key)) return;
  const isPress = event.key === ' ' && at.matches('button');
  if (!isPress && !stage?.contains(at)) event.preventDefault();
}

/** Begins with the middle of a picture that is larger than the window. */
function centre(stage: HTMLElement | null): void {
  if (!stage) return;
  stage.scrollLeft = (stage.scrollWidth - stage.clientWidth) / 2;
  stage.scrollTop = (stage.scrollHeight - stage.clientHeight) / 2;
}
