import { expect, test, vi } from 'vitest';
import { DEFAULT_READER_SETTINGS, type ReaderSettings } from '../../../../../src/model/settings/reader-settings.ts';
import type { ReaderPreferences } from '../../../../../src/ui/reader/reader-surface.ts';
import { preferenceActions } from '../../../../../src/ui/reader/typography/preference-actions.ts';

/** What a key changes, pressed with these settings. */
function changedBy(action: 'bigger' | 'smaller' | 'normal-size' | 'next-theme', settings: Partial<ReaderSettings>) {
  const change = vi.fn();
  const preferences = { settings: { ...DEFAULT_READER_SETTINGS, ...settings }, change };
  preferenceActions(preferences as unknown as ReaderPreferences)[action]?.();
  return change.mock.calls;
}

test('the keys for the size take the next step from any size, and stay at the ends', () => {
  expect(changedBy('bigger', { textSize: 100 })).toEqual([[{ textSize: 110 }]]);
  expect(changedBy('bigger', { textSize: 133 })).toEqual([[{ textSize: 135 }]]);
  expect(changedBy('smaller', { textSize: 133 })).toEqual([[{ textSize: 120 }]]);
  expect(changedBy('bigger', { textSize: 400 })).toEqual([[{ textSize: 400 }]]);
  expect(changedBy('smaller', { textSize: 80 })).toEqual([[{ textSize: 80 }]]);
  expect(changedBy('normal-size', { textSize: 300 })).toEqual([[{ textSize: 100 }]]);
});

test('the key for the theme goes through all of them and begins again', () => {
  const seen: string[] = [];
  for (let theme: ReaderSettings['theme'] = 'system'; !seen.includes(theme); ) {
    seen.push(theme);
    theme = changedBy('next-theme', { theme })[0]?.[0].theme;
  }
  expect(seen).toEqual(['system', 'light', 'sepia', 'dark', 'black', 'contrast', 'own']);
});
