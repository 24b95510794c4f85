// @vitest-environment jsdom
import { render } from 'preact';
import { afterAll, expect, test, vi } from 'vitest';
import type { ReaderPreferences, ReaderSurfaceParts } from '../../../../src/ui/reader/reader-surface.ts';
import { useReadAloud } from '../../../../src/ui/reader/use-read-aloud.ts';

afterAll(() => new Promise(requestAnimationFrame));

test('speed and voice that are changed elsewhere hold for what is being read', async () => {
  const reading = { setRate: vi.fn(), setVoice: vi.fn(), voices: () => [], stop: vi.fn() };
  const readAloud = vi.fn(() => reading);
  const parts = { loadPart: async () => readAloud } as unknown as ReaderSurfaceParts;
  const body = document.createElement('div');
  let speech: ReturnType<typeof useReadAloud> | undefined;
  function Reader({ speechRate, voices }: { speechRate: number; voices: Record<string, string> }) {
    const preferences = { settings: { speechRate, voices }, change: vi.fn() } as unknown as ReaderPreferences;
    speech = useReadAloud({ body, lang: 'en', preferences, parts });
    return null;
  }
  const root = document.createElement('div');
  render(<Reader speechRate={100} voices={{}} />, root);
  speech?.actions['read-aloud']?.();
  await vi.waitFor(() => expect(readAloud).toHaveBeenCalled());
  render(<Reader speechRate={300} voices={{ en: 'ann' }} />, root);
  await vi.waitFor(() => expect(reading.setRate).toHaveBeenCalledWith(300));
  await vi.waitFor(() => expect(reading.setVoice).toHaveBeenCalledWith('ann'));
  render(null, root);
});
