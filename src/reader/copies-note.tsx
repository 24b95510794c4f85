import type { CopyFacts } from '../model/article-copy.ts';
import type { MessageKey } from '../model/message-key.ts';
import type { Words } from '../model/words.ts';

const NAMES: Record<CopyFacts['why'], MessageKey> = {
  replaced: 'copyReplaced',
  shorter: 'copyShorter',
  'sign-in': 'copySignIn',
};

/** "Text of 3 May", and why a newer one is behind. */
export const nameCopy = ({ why, keptAt }: CopyFacts, words: Words): string => words.t(NAMES[why], words.when(keptAt));

interface CopiesNoteProps {
  copies: readonly CopyFacts[];
  words: Words;
  onShow: (facts: CopyFacts) => void;
}

/** At the end of a saved article: the texts that are kept behind it. */
export function CopiesNote({ copies, words, onShow }: CopiesNoteProps) {
  if (copies.length === 0) return null;
  return (
    <details class="receipt">
      <summary>{words.count('copies', copies.length)}</summary>
      <ul>
        {copies.map((facts) => (
          <li key={facts.keptAt}>
            {nameCopy(facts, words)} · {words.count('copyWords', facts.wordCount)}{' '}
            <button type="button" class="link-button" onClick={() => onShow(facts)}>
              {words.t('copyShow')}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
