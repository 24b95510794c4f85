import { type ReaderSettings, THEMES } from '../../../model/settings/reader-settings.ts';
import { SIZE_STEPS, stepFrom } from '../../stepper.tsx';
import type { ReaderActions } from '../reader-actions.ts';
import type { ReaderPreferences } from '../reader-surface.ts';

/** The actions that change how the page is set. */
export function preferenceActions({ settings, change }: ReaderPreferences): ReaderActions {
  const size = (direction: 1 | -1) => change({ textSize: stepFrom(SIZE_STEPS, settings.textSize, direction) });
  return {
    bigger: () => size(1),
    smaller: () => size(-1),
    'normal-size': () => change({ textSize: 100 }),
    'next-theme': () => change({ theme: nextTheme(settings.theme) }),
  };
}

function nextTheme(theme: ReaderSettings['theme']): ReaderSettings['theme'] {
  return THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system';
}
