import type { Translate } from '../../../model/message-key.ts';
import { tellDay } from '../../../model/words.ts';
import type { ButtonProps } from '../../button.tsx';
import type { IconName } from '../../icon.tsx';
import { refuseSecondPress } from '../../is-second-press.ts';
import { useLostFocus } from '../focus/use-lost-focus.ts';
import type { ReaderActions } from '../reader-actions.ts';
import type { ReaderAction } from '../reader-keys.ts';
import type { SaveState } from '../reader-surface.ts';
import { ActionButton } from './action-button.tsx';

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

/** The control of an action whose icon has the action's name; none if the action is not offered. */
const offered = (
  { actions, ...control }: ControlsProps,
  action: ReaderAction & IconName,
  more?: Pick<ButtonProps, 'show' | 'expanded'>,
) => actions[action] && <ActionButton action={action} icon={action} {...control} {...more} />;

const ICON = { show: 'icon' } as const;

/**
 * The start of the bar: what concerns the article. In full view, whose bar also has Save and Close, there is no room
 * for what moves the article, and in a narrow bar none for its tags; that is at the end of the article.
 */
export function BarStart({ save, locale, ...control }: ArticleControlsProps) {
  return (
    <>
      <span role="status">{save && <SaveControls save={save} locale={locale} {...control} />}</span>
      {!save && offered(control, 'archive')}
      {!save && offered(control, 'delete', ICON)}
      {control.actions.tags && <span class="reader-bar-spare">{offered(control, 'tags', ICON)}</span>}
      {offered(control, 'back')}
    </>
  );
}

interface BarEndProps extends ControlsProps {
  /** What is open: a panel, and the contents beside the text. */
  open: readonly unknown[];
  /** The article is being read aloud. */
  speaking: boolean;
  /** The reader can be left. While a panel is open, `close` closes the panel instead. */
  canClose: boolean;
}

/** The end of the bar: what concerns the reader. */
export function BarEnd({ open, speaking, canClose, ...control }: BarEndProps) {
  const { actions, translate } = control;
  const state = (action: ReaderAction) => ({ expanded: open.includes(action) });
  // Only the bar of full view has Undo. There Close leads to the original as well.
  const isSpare = canClose && actions.undo && actions.contents;
  return (
    <>
      {offered(control, 'contents', { ...ICON, ...state('contents') })}
      <ActionButton action="type" label="Aa" name={`Aa: ${translate('readerType')}`} {...control} {...state('type')} />
      <ActionButton action="read-aloud" icon="speak" {...ICON} expanded={speaking} {...control} />
      {actions.original && (
        <span class={isSpare ? 'reader-bar-spare' : undefined}>{offered(control, 'original', ICON)}</span>
      )}
      {offered(control, 'list', ICON)}
      {offered(control, 'more', { ...ICON, ...state('more') })}
      {canClose && offered(control, 'close', ICON)}
    </>
  );
}

type ReaderEndProps = ArticleControlsProps & { scroller: HTMLElement };

/** What is offered when the article has been read. */
export function ReaderEnd({ scroller, save, locale, ...control }: ReaderEndProps) {
  return (
    <nav
      {...useLostFocus(scroller)}
      onClickCapture={refuseSecondPress}
      class="ui reader-end"
      aria-label={control.translate('readerEnd')}
    >
      {offered(control, 'archive')}
      {offered(control, 'delete')}
      {offered(control, 'tags')}
      {save && <SaveControls save={save} locale={locale} {...control} />}
      {offered(control, 'original')}
      {offered(control, 'list')}
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
