import type { Translate } from '../../model/message-key.ts';
import { tellDay } from '../../model/tell-day.ts';
import { ActionButton } from './action-button.tsx';
import type { ReaderAction } from './reader-keys.ts';
import type { SaveState } from './reader-surface.ts';

interface SaveControlsProps {
  save: SaveState;
  translate: Translate;
  locale: string;
  run: (action: ReaderAction) => void;
  letterKeys: boolean;
}

/** Save, then Saved with the day; right after saving also Undo. */
export function SaveControls({ save, locale, ...control }: SaveControlsProps) {
  const { translate, run } = control;
  if (save.kind !== 'saved')
    return <ActionButton action="save" icon="save" disabled={save.kind === 'saving'} {...control} />;
  const label = save.fresh ? translate('readerSaved') : translate('popupSavedOn', tellDay(save.at, locale));
  return (
    <>
      <ActionButton action="save" icon="save" active label={label} {...control} />
      {save.fresh && <ActionButton action="undo" show="text" {...control} run={save.undo ?? run} />}
    </>
  );
}
