import type { Translate } from '../../model/message-key.ts';
import { Contents, type ContentsProps } from './contents.tsx';
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

/** The panel that is open below the bar. */
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
  return (
    <div class="reader-bar-drop">
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
      {panel === 'keys' && <KeySheet translate={translate} actions={bound(actions)} toggleKey={toggleKey} />}
      {panel === 'more' && <MoreMenu actions={actions} run={run} translate={translate} />}
      {panel === 'contents' && <Contents place="drop" {...contents} />}
    </div>
  );
}

const bound = (actions: ReaderActions): ReaderAction[] =>
  READER_KEYS.map(({ action }) => action).filter((action) => actions[action] !== undefined);
