import type { Translate } from '../../model/message-key.ts';
import { ActionButton } from './action-button.tsx';
import type { ReaderAction } from './reader-keys.ts';
import type { ReaderActions, SaveState } from './reader-surface.ts';
import { SaveControls } from './save-controls.tsx';

interface BarControlsProps {
  /** An action that is not there has no control. */
  actions: ReaderActions;
  translate: Translate;
  run: (action: ReaderAction) => void;
  letterKeys: boolean;
}

/** At the start of the bar: what concerns the article. */
export function BarStart({
  save,
  actions,
  locale,
  ...control
}: BarControlsProps & { save: SaveState | null; locale: string }) {
  return (
    <>
      <span role="status">{save && <SaveControls save={save} locale={locale} {...control} />}</span>
      {actions.archive && <ActionButton action="archive" icon="archive" {...control} />}
      {actions.delete && <ActionButton action="delete" icon="delete" show="icon" {...control} />}
      {actions.back && <ActionButton action="back" icon="back" {...control} />}
    </>
  );
}

interface BarEndProps extends BarControlsProps {
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
      <span class="reader-bar-keys">
        <ActionButton icon="keyboard" show="icon" {...panel('keys')} />
      </span>
      {canClose && <ActionButton action="close" icon="close" show="icon" {...control} />}
    </>
  );
}
