import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from '../fakes/fake-browser.ts';

const api = vi.hoisted(() => ({ browser: {} as unknown }));
vi.mock('../../../src/platform/browser.ts', () => api);
const { recallAll, remember, rememberOne } = await import('../../../src/platform/session-memory.ts');

beforeEach(() => {
  api.browser = fakeBrowser();
});

test('beyond a few hundred things of a kind the one from longest ago is forgotten, whichever was first there', async () => {
  await remember('other.page', { at: 0 });
  for (let at = 1; at <= 300; at += 1) await remember(`place.${at}`, { at });
  // Of the first one there is a newer place, so that the second is the oldest.
  await rememberOne('place.', '1', { at: 1000 });
  expect(Object.keys(await recallAll('place.'))).toHaveLength(300);
  await rememberOne('place.', 'new', { at: 999 });
  const kept = await recallAll('place.');
  expect(Object.keys(kept)).toHaveLength(300);
  expect([kept['1'], kept['2'], kept['3'], kept['new']]).toEqual([{ at: 1000 }, undefined, { at: 3 }, { at: 999 }]);
  expect(await recallAll('other.')).toEqual({ page: { at: 0 } });
});

test.each([null, 'text', {}, { at: 'noon' }])('%j, which has no time, is forgotten first', async (damaged) => {
  for (let at = 1; at < 300; at += 1) await remember(`place.${at}`, { at });
  await remember('place.damaged', damaged);
  await rememberOne('place.', 'new', { at: 999 });
  const kept = await recallAll('place.');
  expect(['1', 'damaged', 'new'].map((name) => name in kept)).toEqual([true, false, true]);
});
