// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import type { ImportPlan } from '../../../../src/library/importing/import-plan.ts';
import type { ImportReport } from '../../../../src/library/importing/run-import.ts';
import { type Intake, useIntake } from '../../../../src/library/intake/use-intake.ts';
import type { LibraryFiles } from '../../../../src/library/library-files.ts';
import { RectoError } from '../../../../src/model/errors/recto-error.ts';
import type { LibraryBackup, RestoreReport } from '../../../../src/model/library.ts';
import { heldAnswers } from '../../fakes/held-answers.ts';

const file = new Blob(['a list']);
const plan = { items: [], fresh: 0, present: 0 } as unknown as ImportPlan;
const files = {
  plan: vi.fn<LibraryFiles['plan']>(async () => plan),
  import: vi.fn<LibraryFiles['import']>(async () => ({ imported: 2, present: 0, complete: true })),
  previewRestore: vi.fn<LibraryFiles['previewRestore']>(async () => ({
    ...{ fresh: 2, present: 0, refused: [], moreRefused: 0 },
  })),
};
const backup = { restore: vi.fn<LibraryBackup['restore']>() };
const onTaken = vi.fn();
let intake: Intake;

function Probe() {
  intake = useIntake(files as unknown as LibraryFiles, backup as unknown as LibraryBackup, onTaken);
  return null;
}
const does = (work: () => void) =>
  act(async () => {
    work();
    await new Promise(setImmediate);
  });
const retry = () => (intake.state.step === 'failed' ? intake.state.retry : null);

afterEach(() => act(() => render(null, document.body)));

test('an import that could not be written continues after a second try without choosing the file again', async () => {
  act(() => render(<Probe />, document.body));
  await does(() => intake.choose(file));
  files.import.mockRejectedValueOnce(new RectoError('quota'));
  await does(() => intake.confirm());
  expect(intake.state).toMatchObject({ step: 'failed', error: { code: 'quota' } });
  await does(() => retry()?.());
  expect(intake.state).toMatchObject({ step: 'imported', report: { imported: 2 } });
  expect(files.plan).toHaveBeenCalledOnce();
  expect(files.import.mock.lastCall?.[0]).toBe(plan.items);
});

test('a restore continues in the same way', async () => {
  files.plan.mockResolvedValueOnce('recto');
  act(() => render(<Probe />, document.body));
  await does(() => intake.choose(file));
  backup.restore.mockRejectedValueOnce(new RectoError('storage-unavailable'));
  await does(() => intake.confirm());
  backup.restore.mockResolvedValueOnce({ imported: 2, present: 0, refused: [], moreRefused: 0 });
  await does(() => retry()?.());
  expect(intake.state).toMatchObject({ step: 'restored' });
  expect(backup.restore.mock.lastCall?.[0]).toBe(file);
});

test('a file that cannot be read offers no second try, since another must be chosen', async () => {
  files.plan.mockRejectedValueOnce(new RectoError('import-unknown'));
  act(() => render(<Probe />, document.body));
  await does(() => intake.choose(file));
  expect(intake.state).toMatchObject({ step: 'failed', retry: null });
});

test('an import shows its progress, can be stopped, and is reported to the page when it has ended', async () => {
  const { call, calls } = heldAnswers<Parameters<LibraryFiles['import']>, ImportReport>();
  files.import.mockImplementationOnce(call);
  onTaken.mockClear();
  act(() => render(<Probe />, document.body));
  await does(() => intake.choose(file));
  await does(() => intake.confirm());
  expect(intake.state).toEqual({ step: 'importing', done: 0, total: plan.items.length });
  const [, onProgress, signal] = files.import.mock.lastCall ?? [];
  await does(() => onProgress?.(3, 7));
  expect(intake.state).toEqual({ step: 'importing', done: 3, total: 7 });
  expect(signal?.aborted).toBe(false);
  await does(() => intake.cancel());
  expect(signal?.aborted).toBe(true);
  expect(onTaken).not.toHaveBeenCalled();
  const report = { imported: 3, present: 0, complete: false };
  await calls[0]?.answer(report);
  expect(intake.state).toEqual({ step: 'imported', report, plan });
  expect(onTaken).toHaveBeenCalledOnce();
});

test('a preview can be cancelled, and then nothing is written', async () => {
  files.import.mockClear();
  act(() => render(<Probe />, document.body));
  await does(() => intake.choose(file));
  expect(intake.state).toEqual({ step: 'import-preview', plan });
  await does(() => intake.cancel());
  expect(intake.state).toEqual({ step: 'idle' });
  await does(() => intake.confirm());
  expect(files.import).not.toHaveBeenCalled();
});

test('a restore shows its progress out of what the preview has counted, and never more', async () => {
  files.plan.mockResolvedValueOnce('recto');
  files.previewRestore.mockImplementationOnce(async (_file, onProgress) => {
    onProgress(9, 0);
    return { fresh: 2, present: 3, refused: [], moreRefused: 0 };
  });
  const { call, calls } = heldAnswers<Parameters<LibraryBackup['restore']>, RestoreReport>();
  backup.restore.mockImplementationOnce(call);
  onTaken.mockClear();
  act(() => render(<Probe />, document.body));
  await does(() => intake.choose(file));
  await does(() => intake.confirm());
  const [, onProgress] = backup.restore.mock.lastCall ?? [];
  for (const [told, done] of [
    [0, 0],
    [4, 4],
    [8, 5],
  ] as const) {
    await does(() => onProgress?.(told, 0));
    expect(intake.state).toEqual({ step: 'restoring', done, total: 5 });
  }
  await calls[0]?.answer({ imported: 2, present: 3, refused: [], moreRefused: 0 });
  expect(intake.state).toMatchObject({ step: 'restored', report: { imported: 2 } });
  expect(onTaken).toHaveBeenCalledOnce();
});
