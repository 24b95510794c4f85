import type { Translate } from '../../model/message-key.ts';
import type { IconName } from '../icon.tsx';
import { ActionButton } from './action-button.tsx';
import type { ReaderAction } from './reader-keys.ts';
import type { ReaderActions } from './reader-surface.ts';

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

/** What is done with an article now and then. A press keeps the selection: it may be what is to be copied. */
export function MoreMenu({ actions, translate, ...control }: MoreMenuProps) {
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
