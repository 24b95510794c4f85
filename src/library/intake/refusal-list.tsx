import type { JSX } from 'preact';
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
