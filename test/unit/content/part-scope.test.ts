import { afterEach, expect, test, vi } from 'vitest';
import { definePart, loadInjectedPart } from '../../../src/content/part-scope.ts';
import { RectoError } from '../../../src/model/errors/recto-error.ts';

const send = vi.hoisted(() => vi.fn());
vi.mock('../../../src/messaging/send-from-page.ts', () => ({ sendFromPage: send }));

const drawTex = () => 'drawn';
const inject = async () => definePart('formulas', drawTex);

afterEach(() => {
  send.mockReset();
  globalThis.rectoParts = undefined;
});

test('a part is requested until it is there', async () => {
  send.mockImplementation(inject);
  expect(await loadInjectedPart('formulas')).toBe(drawTex);
  expect(await loadInjectedPart('formulas')).toBe(drawTex);
  expect(send).toHaveBeenCalledTimes(1);
});

test('a part that does not arrive is reported, and can be requested later', async () => {
  send.mockRejectedValue(new RectoError('no-answer'));
  await expect(loadInjectedPart('formulas')).rejects.toMatchObject({ code: 'no-answer' });
  send.mockReset().mockResolvedValueOnce(undefined);
  await expect(loadInjectedPart('formulas')).rejects.toMatchObject({ code: 'unexpected' });
  send.mockImplementation(inject);
  expect(await loadInjectedPart('formulas')).toBe(drawTex);
});
