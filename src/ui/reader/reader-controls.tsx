import type { Translate } from '../../model/message-key.ts';
import { tellDay } from '../../model/words.ts';
import { ActionButton } from './action-button.tsx';
import type { ReaderActions } from './reader-actions.ts';
import type { ReaderAction } from './reader-keys.ts';
import type { SaveState } from './reader-surface.ts';

/** What controls need to name and do their actions. */
export interface ControlsProps {
  /** An action that is absent has no control. */
  actions: ReaderActions;
  translate: Translate;
  run: (action: ReaderAction) => void;
  letterKeys: boolean;
}

/** With Save, where saving is offered. */
interface ArticleControlsProps extends ControlsProps {
  save: SaveState | null;
  locale: string;
}

/** At the start of the bar: what concerns the article. */
export function BarStart({ save, actions, locale, ...control }: ArticleControlsProps) {
  return (
    <>
      <span role="status">{save && <SaveControls save={save} locale={locale} {...control} />}</span>
      {actions.archive && <ActionButton action="archive" icon="archive" {...control} />}
      {actions.delete && <ActionButton action="delete" icon="delete" show="icon" {...control} />}
      {actions.back && <ActionButton action="back" icon="back" {...control} />}
    </>
  );
}

interface BarEndProps extends ControlsProps {
  /** What is open: a panel, and the contents beside the text. */
  open: readonly unknown[];
  /** The article is being read aloud. */
  speaking: boolean;
  /** The reader can be left; while a panel is open `close` closes that. */
  canClose: boolean;
}

/** At its end: what concerns the reader. */
export function BarEnd({ actions, open, speaking, canClose, ...control }: BarEndProps) {
  const panel = (action: ReaderAction) => ({ action, expanded: open.includes(action), ...control });
  // Undo stands in the bar of the full view alone, where Close leads to the original, too.
  const isSpare = canClose && actions.undo && actions.contents;
  return (
    <>
      {actions.contents && <ActionButton icon="contents" show="icon" {...panel('contents')} />}
      <ActionButton label="Aa" name={`Aa: ${control.translate('readerType')}`} {...panel('type')} />
      <ActionButton action="read-aloud" icon="speak" show="icon" expanded={speaking} {...control} />
      {actions.original && (
        <span class={isSpare ? 'reader-bar-spare' : undefined}>
          <ActionButton action="original" icon="original" show="icon" {...control} />
        </span>
      )}
      {actions.list && <ActionButton action="list" icon="list" show="icon" {...control} />}
      <ActionButton icon="more" show="icon" {...panel('more')} />
      {canClose && <ActionButton action="close" icon="close" show="icon" {...control} />}
    </>
  );
}

/** What is offered when the article has been read. */
export function ReaderEnd({ save, actions, locale, ...control }: ArticleControlsProps) {
  return (
    <nav class="ui reader-end" aria-label={control.translate('readerEnd')}>
      {actions.archive && <ActionButton action="archive" icon="archive" {...control} />}
      {save && <SaveControls save={save} locale={locale} {...control} />}
      {actions.original && <ActionButton action="original" icon="original" {...control} />}
      {actions.list && <ActionButton action="list" icon="list" {...control} />}
    </nav>
  );
}

type SaveControlsProps = Omit<ControlsProps, 'actions'> & { save: SaveState; locale: string };

/** Save, then Saved with the day; right after saving also Undo. */
function SaveControls({ save, locale, ...control }: SaveControlsProps) {
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
