import type { Translate } from '../../model/message-key.ts';
import { Contents, type ContentsProps } from './contents.tsx';
import { KeySheet } from './key-sheet.tsx';
import type { ReaderAction } from './reader-keys.ts';
import type { ReaderPreferences } from './reader-surface.ts';
import { TypePanel } from './type-panel.tsx';

/** What can be open below the bar. */
export type Panel = 'type' | 'keys' | 'contents';

interface ReaderPanelProps {
  panel: Panel;
  preferences: ReaderPreferences;
  /** Language of the article. */
  lang: string | null;
  contents: Omit<ContentsProps, 'place' | 'width'>;
  /** The actions there are, for the sheet of keys. */
  actions: readonly ReaderAction[];
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
      {panel === 'keys' && <KeySheet translate={translate} actions={actions} toggleKey={toggleKey} />}
      {panel === 'contents' && <Contents place="drop" {...contents} />}
    </div>
  );
}
