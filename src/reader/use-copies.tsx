import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import type { Article } from '../model/article.ts';
import type { CopyFacts } from '../model/article-copy.ts';
import { latestOnly } from '../model/latest-only.ts';
import type { Library } from '../model/library.ts';
import type { MessageKey } from '../model/message-key.ts';
import type { Words } from '../model/words.ts';

export interface Copies {
  list: readonly CopyFacts[];
  /** The other text that is shown in place of the article's current one; null while that is shown. */
  shown: { facts: CopyFacts; article: Article } | null;
  show: (facts: CopyFacts) => Promise<void>;
  /** Shows the current text again. */
  leave: () => void;
  /** Makes the shown text the current one. */
  use: () => Promise<void>;
  /** Removes the shown text for good. */
  drop: () => Promise<void>;
}

/**
 * The other texts that are stored of an article ("copies"). They are read again when the article is changed, here or in
 * another window. One that is shown and is not among them any more gives way to the article's current text.
 */
export function useCopies(library: Library, id: string): Copies {
  const [list, setList] = useState<readonly CopyFacts[]>([]);
  const [shown, setShown] = useState<Copies['shown']>(null);
  // Answers may arrive in another order than they were asked for.
  const [beginList] = useState(latestOnly);
  const [beginText] = useState(latestOnly);
  // If they cannot be read, the list stays as it is. A copy in it that is gone is noticed when it is to be shown.
  const load = async () => {
    const isLatest = beginList();
    const found = await library.copies(id).catch(() => null);
    if (isLatest() && found) setList(found);
  };
  useEffect(() => {
    const end = new AbortController();
    void load();
    library.watch(({ ids }) => void ((ids?.includes(id) ?? true) && load()), end.signal);
    return () => end.abort();
  }, [library, id]);
  const leave = () => {
    beginText();
    setShown(null);
  };
  useLayoutEffect(() => {
    if (shown && !list.some(({ keptAt }) => keptAt === shown.facts.keptAt)) leave();
  }, [list, shown]);
  const change = async (work: (keptAt: number) => Promise<void>) => {
    if (!shown) return;
    await work(shown.facts.keptAt);
    leave();
    await load();
  };
  return {
    list,
    shown,
    async show(facts) {
      const isLatest = beginText();
      const article = await library.openCopy(id, facts.keptAt);
      if (!isLatest()) return;
      if (article) setShown({ facts, article });
      else await load();
    },
    leave,
    use: () => change((keptAt) => library.useCopy(id, keptAt)),
    drop: () => change((keptAt) => library.dropCopy(id, keptAt)),
  };
}

const NAMES: Record<CopyFacts['why'], MessageKey> = {
  replaced: 'copyReplaced',
  shorter: 'copyShorter',
  'sign-in': 'copySignIn',
};

/** The name of a copy: "Text of 3 May", and why it was stored. */
export const nameCopy = ({ why, keptAt }: CopyFacts, words: Words): string => words.t(NAMES[why], words.when(keptAt));

interface CopiesNoteProps {
  copies: readonly CopyFacts[];
  words: Words;
  onShow: (facts: CopyFacts) => void;
}

/** The list of copies at the end of a saved article. */
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
