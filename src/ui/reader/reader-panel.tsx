import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Translate } from '../../model/message-key.ts';
import { Contents, type ContentsProps } from './contents.tsx';
import { focusAt } from './focus-at.ts';
import { KeySheet } from './key-sheet.tsx';
import { MoreMenu } from './more-menu.tsx';
import { READER_KEYS, type ReaderAction } from './reader-keys.ts';
import type { ReaderActions, ReaderPreferences } from './reader-surface.ts';
import { TypePanel } from './type-panel.tsx';

/** What can be open below the bar. */
export type Panel = 'type' | 'keys' | 'contents' | 'more';

interface ReaderPanelProps {
  panel: Panel;
  preferences: ReaderPreferences;
  /** Language of the article. */
  lang: string | null;
  contents: Omit<ContentsProps, 'place' | 'width'>;
  actions: ReaderActions;
  run: (action: ReaderAction) => void;
  toggleKey: string | null;
  translate: Translate;
  locale: string;
}

/** The panel that is open below the bar, a new one for each. It takes the focus: Tab leads into it, whatever had the focus before, and has it again after. */
export function ReaderPanel({
  panel,
  preferences,
  lang,
  contents,
  actions,
  run,
  toggleKey,
  translate,
  locale,
}: ReaderPanelProps) {
  const { letterKeys } = preferences.settings;
  const drop = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const box = drop.current?.firstElementChild;
    return box instanceof HTMLElement ? lendFocus(box) : undefined;
  }, []);
  return (
    <div ref={drop} class="reader-bar-drop">
      {panel === 'type' && (
        <TypePanel
          settings={preferences.settings}
          lang={lang}
          translate={translate}
          locale={locale}
          onChange={preferences.change}
          site={preferences.site ?? null}
        />
      )}
      {panel === 'keys' && <KeySheet {...{ translate, toggleKey, letterKeys }} actions={bound(actions)} />}
      {panel === 'more' && <MoreMenu {...{ actions, run, translate, letterKeys }} />}
      {panel === 'contents' && <Contents place="drop" {...contents} />}
    </div>
  );
}

/** Gives the focus to a box until what is given back is called; then to what had it before, where it is still in the box. */
function lendFocus(box: HTMLElement): () => void {
  const before = focusAt(box);
  if (box.tabIndex < 0) box.tabIndex = -1;
  box.focus({ preventScroll: true });
  return () => {
    if (box.contains(focusAt(box))) (before as HTMLElement | null)?.focus({ preventScroll: true });
  };
}

const bound = (actions: ReaderActions): ReaderAction[] =>
  READER_KEYS.map(({ action }) => action).filter((action) => actions[action] !== undefined);
