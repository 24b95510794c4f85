// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import { RectoError } from '../../../../src/model/errors/recto-error.ts';
import { sampleArticle } from '../../fakes/sample-article.ts';
import { RECEIPT, savingProbe, settled } from './saving-probe.tsx';

const probe = savingProbe();
const { library, article } = probe;

test.each([
  ['goes on once that is allowed', RECEIPT, 'a1'],
  ['ends when the article cannot be kept after all', new RectoError('quota'), null],
] as const)('an action whose save has to be allowed in a private window %s', async (_, outcome, given) => {
  library.save.mockRejectedValueOnce(new RectoError('needs-consent'));
  let wanted: Promise<string | null> | undefined;
  await settled(() => {
    wanted = probe.saving.ensureSaved();
  });
  expect(probe.saving.error?.code).toBe('needs-consent');
  library.save.mockImplementationOnce(async () => (outcome instanceof Error ? Promise.reject(outcome) : outcome));
  await settled(() => probe.saving.save(true));
  expect(library.save).toHaveBeenLastCalledWith(article, { consent: true });
  expect(await wanted).toBe(given);
});

test('what waits to be allowed for one article is not done to the next', async () => {
  library.save.mockRejectedValueOnce(new RectoError('needs-consent'));
  const gone = vi.fn();
  await settled(() => void probe.saving.ensureSaved().then(gone));
  await settled(() => probe.draw(sampleArticle({ url: 'https://news.example/next' })));
  await settled(() => probe.saving.save());
  expect([probe.saving.state.kind, gone.mock.calls]).toEqual(['saved', []]);
});
