import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Translate } from '../../model/message-key.ts';
import { textDirection } from '../../model/text/text-direction.ts';
import type { IconName } from '../icon.tsx';
import { ActionButton } from './bar/action-button.tsx';
import { lendFocus } from './focus/lend-focus.ts';
import { Contents, type ContentsProps } from './navigation/contents.tsx';
import type { ReaderActions } from './reader-actions.ts';
import { keyName, READER_KEYS, type ReaderAction } from './reader-keys.ts';
import type { ReaderPreferences } from './reader-surface.ts';
import { TypePanel } from './typography/type-panel.tsx';

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

/**
 * The panel below the bar, drawn anew for each kind. It takes the focus, so that Tab leads into it; the earlier focus
 * comes back when it closes.
 */
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

const bound = (actions: ReaderActions): ReaderAction[] =>
  READER_KEYS.map(({ action }) => action).filter((action) => actions[action] !== undefined);

interface KeySheetProps {
  translate: Translate;
  /** The actions this surface has. */
  actions: readonly ReaderAction[];
  /** The browser-wide shortcut that opens and closes the reader; null when none is set. */
  toggleKey: string | null;
  /** Whether letters are keys; others are not listed. */
  letterKeys: boolean;
}

/** The `?` sheet, made from the table that binds the keys. */
function KeySheet({ translate, actions, toggleKey, letterKeys }: KeySheetProps) {
  const dir = textDirection(translate('localeTag'));
  const nameOf = (action: ReaderAction) => keyName(action, dir, letterKeys);
  const entries = READER_KEYS.filter(({ action }) => actions.includes(action) && nameOf(action));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls in a low window, and holds nothing else to reach by key.
    <section class="panel key-sheet" aria-label={translate('readerKeys')} tabIndex={0}>
      <dl>
        {toggleKey && (
          <div key="toggle">
            <dt>
              <kbd>{toggleKey}</kbd>
            </dt>
            <dd>{translate('commandToggleReader')}</dd>
          </div>
        )}
        {entries.map(({ action, label }) => (
          <div key={action}>
            <dt>
              <kbd>{nameOf(action)}</kbd>
            </dt>
            <dd>{translate(label)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

interface MoreMenuProps {
  actions: ReaderActions;
  run: (action: ReaderAction) => void;
  letterKeys: boolean;
  translate: Translate;
}

const ENTRIES: readonly [ReaderAction, IconName][] = [
  ['pictures', 'picture'],
  ['hide-block', 'hide'],
  ['pick-block', 'pick'],
  ['copy-markdown', 'copy'],
  ['copy-link', 'link'],
  ['print', 'print'],
  ['keys', 'keyboard'],
];

/** The less frequent actions on an article. A press keeps the selection, which may be what is to be copied. */
function MoreMenu({ actions, translate, ...control }: MoreMenuProps) {
  return (
    <section
      class="panel more-menu"
      aria-label={translate('readerMore')}
      onMouseDown={(event) => event.preventDefault()}
    >
      {ENTRIES.filter(([action]) => actions[action]).map(([action, icon]) => (
        <ActionButton key={action} action={action} icon={icon} translate={translate} {...control} />
      ))}
    </section>
  );
}
