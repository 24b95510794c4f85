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
}

/** Save, then Saved with the day; right after saving also Undo. */
export function SaveControls({ save, translate, locale, run }: SaveControlsProps) {
  const control = { translate, run };
  if (save.kind !== 'saved')
    return <ActionButton action="save" icon="save" disabled={save.kind === 'saving'} {...control} />;
  const label = save.fresh ? translate('readerSaved') : translate('popupSavedOn', tellDay(save.at, locale));
  return (
    <>
      <ActionButton action="save" icon="save" active label={label} {...control} />
      {save.fresh && <ActionButton action="undo" show="text" translate={translate} run={save.undo ?? run} />}
    </>
  );
}
