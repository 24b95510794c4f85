import { useEffect, useRef } from 'preact/hooks';
import { isTyping } from '../model/match-key.ts';
import type { ReaderSettings } from '../model/reader-settings.ts';
import { THEMES } from '../model/reader-settings.ts';
import { matchReaderKey } from '../ui/reader/match-reader-key.ts';
import type { ReaderAction } from '../ui/reader/reader-keys.ts';
import { SIZE_STEPS } from '../ui/reader/type-steps.ts';
import { stepFrom } from '../ui/stepper.tsx';

export interface PopupKeyActions {
  settings: ReaderSettings;
  change(changed: Partial<ReaderSettings>): void;
  onSave(): void;
  onUndo(): void;
  onArchive(): void;
  onType(): void;
  onList(): void;
}

/** The reader's keys in the popup. The list has its own while it is shown; Esc stays the browser's: it closes the popup. */
export function usePopupKeys(active: boolean, actions: PopupKeyActions): void {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    if (!active) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTyping(event.target)) return;
      const action = matchReaderKey(event);
      const run = action && ACTIONS[action];
      if (!run) return;
      event.preventDefault();
      run(latest.current);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [active]);
}

const ACTIONS: Partial<Record<ReaderAction, (popup: PopupKeyActions) => void>> = {
  save: ({ onSave }) => onSave(),
  undo: ({ onUndo }) => onUndo(),
  archive: ({ onArchive }) => onArchive(),
  type: ({ onType }) => onType(),
  list: ({ onList }) => onList(),
  bigger: ({ settings, change }) => change({ textSize: stepFrom(SIZE_STEPS, settings.textSize, 1) }),
  smaller: ({ settings, change }) => change({ textSize: stepFrom(SIZE_STEPS, settings.textSize, -1) }),
  'normal-size': ({ change }) => change({ textSize: 100 }),
  'next-theme': ({ settings, change }) =>
    change({ theme: THEMES[(THEMES.indexOf(settings.theme) + 1) % THEMES.length] ?? 'system' }),
};
