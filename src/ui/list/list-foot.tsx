import type { ComponentChildren, JSX } from 'preact';
import type { RectoError } from '../../model/errors/recto-error.ts';
import type { IndexProgress } from '../../model/library.ts';
import { splitNames } from '../../model/text/isolate-name.ts';
import type { ListActions } from './actions/use-list-actions.ts';
import type { StepsProgress } from './actions/use-steps.ts';
import type { Undo } from './actions/use-undo.ts';
import { ErrorNotice } from './error-notice.tsx';
import type { SavedItems } from './items/use-saved-items.ts';
import { useActingKeys } from './letter-keys-context.ts';
import { useWords } from './words-context.ts';

interface ListFootProps {
  saved: SavedItems;
  actions: ListActions;
  undo: Undo;
  mending: IndexProgress | null;
  children: ComponentChildren;
}

/** Notices below the rows: how far a change is, what failed, and what can be taken back. */
export function ListFoot({ saved, actions, undo, mending, children }: ListFootProps): JSX.Element {
  return (
    <div class="list-foot">
      {children}
      <Progress mending={mending} steps={actions.progress} />
      <TryAgain error={actions.error} onPress={actions.retry} />
      {saved.items.length > 0 && <TryAgain error={saved.error} onPress={saved.reload} />}
      <UndoNotice undo={undo} />
    </div>
  );
}

interface TryAgainProps {
  error: RectoError | null;
  /** Null where something else offers the retry. */
  onPress: (() => void) | null;
}

/** What is missing or was not done, and the way to try again. */
export function TryAgain({ error, onPress }: TryAgainProps): JSX.Element | null {
  const { t } = useWords();
  if (!error) return null;
  const again = onPress && (
    <button type="button" class="link-button" onClick={onPress}>
      {t('listTryAgain')}
    </button>
  );
  return <ErrorNotice error={error}>{again ?? undefined}</ErrorNotice>;
}

/**
 * The line at the bottom that says what was done and takes it back. Screen readers hear both without moving to it, from
 * a live region that always exists: a region that appears together with its text is not announced.
 */
export function UndoNotice({ undo }: { undo: Undo }): JSX.Element {
  const { t } = useWords();
  const acts = useActingKeys();
  return (
    <>
      <p class="undo-told visually-hidden" role="status">
        {undo.notice?.text ?? (undo.taken ? t('listUndone') : '')}
      </p>
      <fieldset
        class="undo"
        aria-label={t('listUndo')}
        data-shown={undo.notice !== null || undefined}
        onMouseEnter={() => undo.hold(true)}
        onMouseLeave={() => undo.hold(false)}
        onFocusIn={() => undo.hold(true)}
        onFocusOut={() => undo.hold(false)}
      >
        <p aria-hidden="true">{splitNames(undo.notice?.text ?? '').map(drawPart)}</p>
        {undo.notice?.undo && (
          <button type="button" onClick={undo.take} aria-keyshortcuts={acts('u') ? 'u' : undefined}>
            {t('listUndo')}
          </button>
        )}
      </fieldset>
    </>
  );
}

/** If there is no room, the names in a sentence lose their ends, each in its own direction. */
const drawPart = (part: string, at: number): JSX.Element =>
  at % 2 === 1 ? <bdi key={at}>{part}</bdi> : <span key={at}>{part}</span>;

/**
 * The progress of rebuilding the index, during which search misses articles, and of changing many articles in steps.
 */
function Progress({ mending, steps }: { mending: IndexProgress | null; steps: StepsProgress | null }): JSX.Element {
  const { t } = useWords();
  return (
    <>
      {mending && <ProgressNotice text={t('listMending')} label={t('listMendingProgress')} progress={mending} />}
      {steps && (
        <ProgressNotice text={t('listChanging')} label={t('listChanging')} progress={steps} onStop={steps.stop} />
      )}
    </>
  );
}

interface ProgressNoticeProps {
  /** What is going on, as a sentence. */
  text: string;
  /** Name of the bar for those who do not see it. */
  label: string;
  progress: { done: number; total: number };
  /** Stops it; left out if it cannot be stopped. */
  onStop?: () => void;
}

/** The progress of something that takes a while and that nothing waits for. */
function ProgressNotice({ text, label, progress: { done, total }, onStop }: ProgressNoticeProps): JSX.Element {
  const { t, number } = useWords();
  return (
    <div class="progress-notice ui">
      <p role="status">{text}</p>
      <progress value={done} max={Math.max(1, total)} aria-label={label} />
      <p class="progress-count">
        {t('listShownOf', number(done), number(total))}
        {onStop && ' '}
        {onStop && (
          <button type="button" class="link-button" onClick={onStop}>
            {t('importStop')}
          </button>
        )}
      </p>
    </div>
  );
}
