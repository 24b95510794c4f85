import { useEffect, useRef, useState } from 'preact/hooks';
import type { Translate } from '../../../model/message-key.ts';
import { useShown } from '../../after-paint.ts';
import type { Standing } from '../standing.ts';
import { progressOf } from './reading-place.ts';
import { viewOf, watchScroll } from './scroller-view.ts';

interface ProgressProps {
  stands: Standing | null;
  scroller: HTMLElement;
  translate: Translate;
}

/** How much of the article is read, as a hairline along the upper edge of the window. */
export function ProgressLine({ stands, scroller, translate }: ProgressProps) {
  const line = useRef<HTMLDivElement>(null);
  useProgress({ stands, scroller }, (progress) => {
    // Set directly, because drawing the component for every frame of scrolling would cost more than everything else.
    line.current?.style.setProperty('transform', `scaleX(${progress})`);
    line.current?.setAttribute('aria-valuenow', String(Math.round(progress * 100)));
  });
  return <div ref={line} class="reader-progress" role="progressbar" aria-label={translate('readerProgress')} />;
}

interface MinutesLeftProps extends ProgressProps {
  /** Minutes the whole article takes. */
  minutes: number;
  locale: string;
}

/** How many minutes are left, from the second frame on; nothing at the end. */
export function MinutesLeft({ stands, scroller, translate, minutes, locale }: MinutesLeftProps) {
  const [left, setLeft] = useState(minutes);
  useProgress({ stands, scroller }, (progress) => setLeft(Math.ceil(minutes * (1 - progress))));
  const shown = useShown() && left > 0;
  return (
    <span class="reader-left">
      {shown && translate('readerMinutesLeft', new Intl.NumberFormat(locale).format(left))}
    </span>
  );
}

function useProgress(
  { stands, scroller }: Omit<ProgressProps, 'translate'>,
  onProgress: (share: number) => void,
): void {
  const latest = useRef(onProgress);
  latest.current = onProgress;
  useEffect(() => {
    if (!stands) return;
    const stop = new AbortController();
    watchScroll(scroller, () => latest.current(progressOf(stands.body, viewOf(scroller))), stop.signal);
    return () => stop.abort();
  }, [stands, scroller]);
}
