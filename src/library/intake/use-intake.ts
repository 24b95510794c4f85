import { useRef, useState } from 'preact/hooks';
import { asRectoError } from '../../model/errors/as-recto-error.ts';
import type { RectoError } from '../../model/errors/recto-error.ts';
import type { LibraryBackup, RestoreReport } from '../../model/library.ts';
import type { RestorePreview } from '../../storage/backup/preview-backup.ts';
import type { ImportPlan } from '../importing/import-plan.ts';
import type { ImportReport } from '../importing/run-import.ts';
import type { LibraryFiles } from '../library-files.ts';

/** The stage that taking in a file has reached. Nothing is written before `confirm`. */
export type IntakeState =
  | { step: 'idle' }
  | { step: 'reading'; done: number }
  | { step: 'import-preview'; plan: ImportPlan }
  | { step: 'restore-preview'; preview: RestorePreview; file: Blob }
  | { step: 'importing'; done: number; total: number }
  | { step: 'restoring'; done: number; total: number }
  | { step: 'imported'; report: ImportReport; plan: ImportPlan }
  | { step: 'restored'; report: RestoreReport }
  /** `retry` writes once more what the preview showed; null where nothing was to be written yet. */
  | { step: 'failed'; error: RectoError; retry: (() => void) | null };

export interface Intake {
  state: IntakeState;
  /** Reads a file and shows what it would bring: a backup or an export of another program. */
  choose(file: Blob): void;
  /** Says why nothing is read. */
  refuse(error: RectoError): void;
  /** Writes what the preview showed. */
  confirm(): void;
  /** Leaves the preview, or stops the import after the pages under way. */
  cancel(): void;
}

/** Takes a file in: read, preview, write, report. */
export function useIntake(files: LibraryFiles, backup: LibraryBackup, onTaken: () => void = () => undefined): Intake {
  const [state, setState] = useState<IntakeState>({ step: 'idle' });
  const end = useRef<AbortController | null>(null);
  const attempt = (work: () => Promise<IntakeState>, retry: (() => void) | null): void => {
    work().then(setState, (thrown) => setState({ step: 'failed', error: asRectoError(thrown), retry }));
  };

  const choose = (file: Blob): void => {
    setState({ step: 'reading', done: 0 });
    attempt(async () => {
      const plan = await files.plan(file);
      if (plan !== 'recto') return { step: 'import-preview', plan };
      const preview = await files.previewRestore(file, (done) => setState({ step: 'reading', done }));
      return { step: 'restore-preview', preview, file };
    }, null);
  };
  const refuse = (error: RectoError): void => setState({ step: 'failed', error, retry: null });
  const take = (plan: ImportPlan): void => {
    const control = new AbortController();
    end.current = control;
    setState({ step: 'importing', done: 0, total: plan.items.length });
    attempt(
      async () => {
        const onProgress = (done: number, total: number) => setState({ step: 'importing', done, total });
        const report = await files.import(plan.items, onProgress, control.signal);
        onTaken();
        return { step: 'imported', report, plan };
      },
      () => take(plan),
    );
  };
  const restore = (file: Blob, total: number): void => {
    setState({ step: 'restoring', done: 0, total });
    attempt(
      async () => {
        const report = await backup.restore(file, (done) =>
          setState({ step: 'restoring', done: Math.min(done, total), total }),
        );
        onTaken();
        return { step: 'restored', report };
      },
      () => restore(file, total),
    );
  };
  const confirm = (): void => {
    if (state.step === 'import-preview') take(state.plan);
    else if (state.step === 'restore-preview') restore(state.file, state.preview.fresh + state.preview.present);
  };
  const cancel = (): void => {
    if (state.step === 'importing') end.current?.abort();
    else setState({ step: 'idle' });
  };
  return { state, choose, refuse, confirm, cancel };
}
