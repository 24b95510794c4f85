import type { JSX } from 'preact';
import type { ImportSource } from '../../model/imported-item.ts';
import type { MessageKey, Translate } from '../../model/message-key.ts';
import type { Words } from '../../model/words.ts';
import { TryAgain } from '../../ui/list/list-foot.tsx';
import { useWords } from '../../ui/list/words-context.ts';
import type { ImportPlan } from '../importing/import-plan.ts';
import { WorkProgress } from '../work-progress.tsx';
import { RefusalList, RestoreResult, whyRefused } from './refusal-list.tsx';
import type { Intake, IntakeState } from './use-intake.ts';

/** What is shown while a file is taken in. */
export function IntakeView({ intake }: { intake: Intake }): JSX.Element {
  const words = useWords();
  const { state } = intake;
  return (
    <>
      <div role="status" class="intake">
        <Status state={state} intake={intake} words={words} />
      </div>
      {state.step === 'failed' && <TryAgain error={state.error} onPress={state.retry} />}
    </>
  );
}

function Status({ state, intake, words }: { state: IntakeState; intake: Intake; words: Words }): JSX.Element | null {
  switch (state.step) {
    case 'reading':
      return (
        <WorkProgress label={state.done > 0 ? 'importReadingCount' : 'importReading'} done={state.done} total={0} />
      );
    case 'importing':
      return <WorkProgress label="importWorking" done={state.done} total={state.total} onStop={intake.cancel} />;
    case 'restoring':
      return <WorkProgress label="backupRestoring" done={state.done} total={state.total} />;
    case 'import-preview':
      return <ImportPreview state={state} intake={intake} />;
    case 'restore-preview': {
      const { fresh, present, refused, moreRefused } = state.preview;
      return (
        <Preview
          title={words.t('backupFound')}
          fresh={fresh}
          present={present}
          promise={words.t('backupPromise')}
          confirm={words.t('backupRestoreNow')}
          intake={intake}
        >
          <RefusalList
            refusals={refused.map(({ title, code }) => ({ what: title, why: whyRefused(code, words) }))}
            more={moreRefused}
          />
        </Preview>
      );
    }
    case 'imported': {
      const { report, plan } = state;
      const facts = [words.count('importDone', report.imported)];
      if (report.present > 0) facts.push(words.count('importPresent', report.present));
      return (
        <>
          <p class="facts">{facts.join(' · ')}</p>
          {!report.complete && <p class="quiet">{words.t('importStopped')}</p>}
          <Refusals plan={plan} />
        </>
      );
    }
    case 'restored':
      return <RestoreResult report={state.report} />;
    default:
      return null;
  }
}

function ImportPreview({
  state,
  intake,
}: {
  state: IntakeState & { step: 'import-preview' };
  intake: Intake;
}): JSX.Element {
  const words = useWords();
  const { plan } = state;
  return (
    <Preview
      title={words.t('importFound', sourceName(plan.source, words.t))}
      fresh={plan.fresh}
      present={plan.present}
      promise={words.t(plan.fresh > 0 ? 'importPromise' : plan.present > 0 ? 'importNothingNew' : 'importNothing')}
      confirm={
        plan.fresh > 0
          ? words.t('importNow', words.number(plan.fresh))
          : plan.present > 0
            ? words.t('importMerge')
            : null
      }
      intake={intake}
    >
      <Refusals plan={plan} />
    </Preview>
  );
}

/** A page that comes twice is taken all the same, so it is not among the refusals. */
function Refusals({ plan }: { plan: Pick<ImportPlan, 'repeated' | 'refused' | 'moreRefused'> }): JSX.Element {
  const words = useWords();
  const refusals = plan.refused.map(({ what, reason }) => ({ what, why: words.t(REASONS[reason]) }));
  return (
    <>
      {plan.repeated > 0 && <p class="quiet">{words.count('importRepeated', plan.repeated)}</p>}
      <RefusalList refusals={refusals} more={plan.moreRefused} />
    </>
  );
}

const REASONS = {
  'no-address': 'importReasonNoAddress',
  'not-web': 'importReasonNotWeb',
  unreadable: 'importReasonUnreadable',
  'no-page': 'importReasonNoPage',
  deleted: 'importReasonDeleted',
} as const;

interface PreviewProps {
  title: string;
  fresh: number;
  present: number;
  promise: string;
  /** Null where there is nothing to do. */
  confirm: string | null;
  intake: Intake;
  children: JSX.Element;
}

/** First the counts, in large type, then what will not happen, then the only button. */
function Preview({ title, fresh, present, promise, confirm, intake, children }: PreviewProps): JSX.Element {
  const words = useWords();
  return (
    <div class="preview">
      <h3>{title}</h3>
      <dl class="preview-counts">
        <div>
          <dt>{words.t('importFresh')}</dt>
          <dd>{words.number(fresh)}</dd>
        </div>
        <div>
          <dt>{words.t('importHere')}</dt>
          <dd>{words.number(present)}</dd>
        </div>
      </dl>
      {children}
      <p class="quiet">{promise}</p>
      <p class="backup-actions">
        {confirm !== null && (
          <button type="button" class="button" data-primary onClick={intake.confirm}>
            {confirm}
          </button>
        )}
        <button type="button" class="button" onClick={intake.cancel}>
          {words.t('importCancel')}
        </button>
      </p>
    </div>
  );
}

/** Programs keep their names in every language. */
const NAMES: Partial<Record<ImportSource, string>> = {
  pocket: 'Pocket',
  instapaper: 'Instapaper',
  omnivore: 'Omnivore',
  wallabag: 'wallabag',
  raindrop: 'Raindrop',
  readwise: 'Readwise',
};

const KEYS: Partial<Record<ImportSource, MessageKey>> = {
  simpread: 'importSourceSimpRead',
  bookmarks: 'importSourceBookmarks',
  csv: 'importSourceTable',
  json: 'importSourceTable',
};

/** What a file comes from, in the reader's language. */
function sourceName(source: ImportSource, t: Translate): string {
  const key = KEYS[source];
  return NAMES[source] ?? (key ? t(key) : source);
}
