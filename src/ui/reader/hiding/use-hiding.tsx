import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { blockKey } from '../../../model/apply-hiding.ts';
import type { HiddenBlock, HidingChange } from '../../../model/hidden-blocks.ts';
import { latestOnly } from '../../../model/latest-only.ts';
import type { Translate } from '../../../model/message-key.ts';
import { createWords } from '../../../model/words.ts';
import { Button } from '../../button.tsx';
import type { Choosing } from '../../parts/choose-blocks.ts';
import { barRoom } from '../bar/bar-room.ts';
import { focusText } from '../focus/focus-text.ts';
import type { ReaderActions } from '../reader-actions.ts';
import { keyName } from '../reader-keys.ts';
import type { ReaderSurfaceParts } from '../reader-surface.ts';
import type { Standing } from '../standing.ts';
import { listHideable, markHidden, nameBlocks } from './hidden-blocks.ts';

/** What a surface keeps of hidden blocks. */
export interface HidingTools {
  hidden: readonly HiddenBlock[];
  /** Hides a block, or shows it again. */
  change: (change: HidingChange) => void;
  /** Tells what could not be done. */
  fail: (thrown: unknown) => void;
}

export interface Hiding {
  /** Blocks are being chosen. */
  isOn: boolean;
  /** What the last press did. */
  last: 'hidden' | 'back' | null;
  count: number;
  /** Changes when the marks in the body have changed. */
  marked: unknown;
  /** What keys do meanwhile; null while it is off. */
  actions: ReaderActions | null;
  /** The focus entered or left the controls: Enter is theirs there. */
  onControls: (inside: boolean) => void;
  start: (() => void) | null;
  stop: () => void;
}

/** Hides blocks of the article by hand, and shows them again. The text keeps them: a list of marks is stored. */
export function useHiding(stands: Standing | null, tools: HidingTools | null, parts: ReaderSurfaceParts): Hiding {
  const [choosing, setChoosing] = useState<Choosing | null>(null);
  const [inControls, setInControls] = useState(false);
  const latest = useRef(tools);
  latest.current = tools;
  const hidden = tools?.hidden;

  const [marked, setMarked] = useState(hidden);
  useLayoutEffect(() => {
    if (stands && hidden) markHidden(stands.body, hidden);
    setMarked(hidden);
  }, [stands, hidden]);
  // Before the paint: later, presses would still choose blocks, and a new choice would be ended.
  useLayoutEffect(() => () => choosing?.stop(), [choosing, stands]);
  // The line about it may have covered the first block.
  useEffect(() => choosing?.show(), [choosing]);
  // The code is loaded on demand. Only the last of several presses begins, and none in a text that has been replaced.
  const [supersede] = useState(latestOnly);
  // Before the paint: later, it would end what a key began as soon as the text was visible.
  useLayoutEffect(() => {
    setChoosing(null);
    return () => void supersede();
  }, [stands]);

  const { last, press, undo, begin } = usePresses(stands, latest);
  const stop = () => {
    setChoosing(null);
    if (stands) focusText(stands.body, parts.scroller);
  };
  const start = async () => {
    if (!stands) return;
    const isLatest = supersede();
    const chooseBlocks = await parts.loadPart('hiding');
    if (!isLatest()) return;
    begin();
    const { scroller } = parts;
    const covered = () => barRoom(scroller);
    setChoosing(chooseBlocks({ body: stands.body, scroller, covered, onPress: press }));
  };
  return {
    isOn: choosing !== null,
    last,
    count: hidden?.length ?? 0,
    marked,
    actions: choosing && {
      'next-block': () => choosing.next(),
      'previous-block': () => choosing.previous(),
      'hide-block': () => choosing.press(),
      undo,
      ...(inControls ? {} : { 'press-block': () => choosing.press() }),
      close: stop,
    },
    onControls: setInControls,
    start: tools && stands ? () => void start().catch(tools.fail) : null,
    stop,
  };
}

/** Hides the block that is pressed, or shows it again, and takes back press after press since the last `begin`. */
function usePresses(stands: Standing | null, tools: { current: HidingTools | null }) {
  const [last, setLast] = useState<Hiding['last']>(null);
  /** The blocks that were pressed, the last at the end. */
  const pressed = useRef<number[]>([]);
  const toggle = (index: number) => {
    const name = stands && nameBlocks(listHideable(stands.body))[index];
    const { hidden: before = [], change } = tools.current ?? {};
    if (!name || !change) return;
    const isBack = before.some((block) => blockKey(block) === blockKey(name));
    change({ block: name, isHidden: !isBack });
    setLast(isBack ? 'back' : 'hidden');
  };
  return {
    last,
    press: (index: number) => {
      pressed.current.push(index);
      toggle(index);
    },
    undo: () => {
      const index = pressed.current.pop();
      if (index !== undefined) toggle(index);
    },
    begin: () => {
      pressed.current = [];
      setLast(null);
    },
  };
}

interface HideBarProps {
  hiding: Hiding;
  translate: Translate;
  locale: string;
}

/** What to do while blocks are chosen, what was done last, and the way out. */
export function HideBar({ hiding, translate, locale }: HideBarProps) {
  if (!hiding.isOn) return null;
  const { count } = createWords(translate, locale);
  const back = hiding.last === 'back' ? translate('readerBlockBack') : '';
  return (
    <section
      class="hide-bar"
      aria-label={translate('readerHideBlock')}
      onFocusIn={() => hiding.onControls(true)}
      onFocusOut={() => hiding.onControls(false)}
    >
      <p>{translate('readerHideHow')}</p>
      <p role="status">{hiding.count > 0 ? count('readerHiddenCount', hiding.count) : back}</p>
      <Button primary label={translate('readerHideDone')} keyHint={keyName('close')} onPress={hiding.stop} />
    </section>
  );
}
