import type { JSX } from 'preact';
import { type BackupRefusal, type ErrorCode, errorKeys } from '../../model/errors/error-code.ts';
import type { RestoreReport } from '../../model/library.ts';
import type { Words } from '../../model/words.ts';
import { useWords } from '../../ui/list/words-context.ts';

interface RefusalListProps {
  refusals: readonly { what: string; why: string }[];
  /** How many more there are that are not named. */
  more: number;
}

/** So many are shown by name. */
const MOST_SHOWN = 200;

/** What is not taken and why, folded away. */
export function RefusalList({ refusals, more }: RefusalListProps): JSX.Element | null {
  const words = useWords();
  const count = refusals.length + more;
  if (count === 0) return null;
  const hidden = count - Math.min(refusals.length, MOST_SHOWN);
  return (
    <details>
      <summary>{words.count('importRefused', count)}</summary>
      <ul>
        {refusals.slice(0, MOST_SHOWN).map(({ what, why }, at) => (
          // Rows may be equal, and the list never changes.
          <li key={at}>
            <bdi>{what || '—'}</bdi>
            <small>{why}</small>
          </li>
        ))}
        {hidden > 0 && <li>{words.t('importMore', words.number(hidden))}</li>}
      </ul>
    </details>
  );
}

/** What a restore did: imported, already here, refused, and for each refused one why. */
export function RestoreResult({ report }: { report: RestoreReport }): JSX.Element {
  const words = useWords();
  const { imported, present, deleted = 0, refused, moreRefused } = report;
  const refusals = refused.length + moreRefused;
  const facts = [words.count('backupImported', imported)];
  if (present > 0) facts.push(words.count('backupPresent', present));
  if (refusals > 0) facts.push(words.count('backupRefused', refusals));
  return (
    <>
      <p>{facts.join(' · ')}</p>
      {/* A person who restores what was deleted by mistake would look for it in the list. */}
      {deleted > 0 && (
        <p>
          <a href="#deleted">{words.t('listDeletedTitle')}</a> <span>{words.number(deleted)}</span>
        </p>
      )}
      {refused.length > 0 && (
        <details>
          <summary>{words.t('backupRefusedWhy')}</summary>
          <ul>
            {refused.map(({ title, code }, at) => (
              // Records may be equal, and the list never changes.
              <li key={at}>
                <bdi>{title || '—'}</bdi>
                <small>{whyRefused(code, words)}</small>
              </li>
            ))}
            {moreRefused > 0 && <li>{words.t('importMore', words.number(moreRefused))}</li>}
          </ul>
        </details>
      )}
    </>
  );
}

/** Why a record of a backup is not restored, and what can be done about it, in the reader's language. */
export function whyRefused(code: ErrorCode | BackupRefusal, words: Words): string {
  const { what, next } = errorKeys(code);
  return words.sentences(words.t(what), words.t(next));
}
