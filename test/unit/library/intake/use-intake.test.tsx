// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import type { ImportPlan } from '../../../../src/library/importing/import-plan.ts';
import { type Intake, useIntake } from '../../../../src/library/intake/use-intake.ts';
import type { LibraryFiles } from '../../../../src/library/library-files.ts';
import type { LibraryBackup } from '../../../../src/model/library.ts';
import { RectoError } from '../../../../src/model/recto-error.ts';

const file = new Blob(['a list']);
const plan = { items: [], fresh: 0, present: 0 } as unknown as ImportPlan;
const files = {
  plan: vi.fn<LibraryFiles['plan']>(async () => plan),
  import: vi.fn<LibraryFiles['import']>(async () => ({ imported: 2, present: 0, complete: true })),
  previewRestore: async () => ({ fresh: 2, present: 0, refused: [], moreRefused: 0 }),
};
const backup = { restore: vi.fn<LibraryBackup['restore']>() };
let intake: Intake;

function Probe() {
  intake = useIntake(files as unknown as LibraryFiles, backup as unknown as LibraryBackup);
  return null;
}
const does = (work: () => void) =>
  act(async () => {
    work();
    await new Promise(setImmediate);
  });
const retry = () => (intake.state.step === 'failed' ? intake.state.retry : null);

afterEach(() => act(() => render(null, document.body)));

test('what could not be written goes on by a second try, without the file being chosen again', async () => {
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

test('so does a restore', async () => {
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

test('a file that cannot be read is not tried again: another has to be chosen', async () => {
  files.plan.mockRejectedValueOnce(new RectoError('import-unknown'));
  act(() => render(<Probe />, document.body));
  await does(() => intake.choose(file));
  expect(intake.state).toMatchObject({ step: 'failed', retry: null });
});
