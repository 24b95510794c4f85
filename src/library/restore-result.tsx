import type { JSX } from 'preact';
import type { RestoreReport } from '../model/library.ts';
import { useWords } from '../ui/list/words-context.ts';
import { whyRefused } from './intake/why-refused.ts';

/** What a restore did: imported, already here, refused, and for each refused one why. */
export function RestoreResult({ report }: { report: RestoreReport }): JSX.Element {
  const words = useWords();
  const { imported, present, refused, moreRefused } = report;
  const refusals = refused.length + moreRefused;
  const facts = [words.count('backupImported', imported)];
  if (present > 0) facts.push(words.count('backupPresent', present));
  if (refusals > 0) facts.push(words.count('backupRefused', refusals));
  return (
    <>
      <p>{facts.join(' · ')}</p>
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
