// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openOverlay } from '../../../../src/content/overlay/overlay-session.tsx';
import type { RectoExtraction } from '../../../../src/model/extraction-outcome.ts';
import { parseReaderSettings } from '../../../../src/model/settings/reader-settings.ts';

const LATE_MS = 1000;

vi.mock('../../../../src/platform/translate.ts', () => ({ translate: () => 'en', interfaceLanguage: () => 'en' }));
vi.mock('../../../../src/platform/settings-source.ts', () => ({ readSettings: () => late(parseReaderSettings({})) }));
vi.mock('../../../../src/platform/read-site.ts', () => ({ readSite: () => late(null) }));

/** As storage answers on a slow disk. */
const late = <T>(answer: T): Promise<T> => new Promise((resolve) => setTimeout(() => resolve(answer), LATE_MS));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a document that is no web page gets no full view, also when storage answers late', async () => {
  const extraction: RectoExtraction = {
    read: async () => ({ ok: false, error: { code: 'media', message: 'an image' } }),
  };
  const rest = { unkept: new Map(), onPick: async () => undefined, onClosed: () => undefined };
  const { shown } = openOverlay({ extraction, ...rest });
  const code = shown.then(
    () => null,
    (thrown) => thrown.code,
  );
  await vi.advanceTimersByTimeAsync(2 * LATE_MS);
  expect(await code).toBe('media');
});
