import type { Translate } from '../../model/message-key.ts';
import { ActionButton } from './action-button.tsx';
import type { ReaderAction } from './reader-keys.ts';
import type { ReaderActions, SaveState } from './reader-surface.ts';
import { SaveControls } from './save-controls.tsx';

interface ReaderEndProps {
  save: SaveState | null;
  actions: ReaderActions;
  translate: Translate;
  locale: string;
  run: (action: ReaderAction) => void;
  letterKeys: boolean;
}

/** What is offered when the article has been read. */
export function ReaderEnd({ save, actions, locale, ...control }: ReaderEndProps) {
  return (
    <nav class="ui reader-end" aria-label={control.translate('readerEnd')}>
      {actions.archive && <ActionButton action="archive" icon="archive" {...control} />}
      {save && <SaveControls save={save} locale={locale} {...control} />}
      {actions.original && <ActionButton action="original" icon="original" {...control} />}
      {actions.list && <ActionButton action="list" icon="list" {...control} />}
    </nav>
  );
}
