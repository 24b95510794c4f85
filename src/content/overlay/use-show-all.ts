import { useEffect, useRef, useState } from 'preact/hooks';
import type { Article } from '../../model/article.ts';
import type { LoadPart } from '../../ui/parts/load-part.ts';

export interface ShowAll {
  /** What to say: the page has a button for the rest; it was pressed; it gave nothing more. Null for nothing. */
  step: 'offered' | 'waiting' | 'nothing' | null;
  press: () => void;
  /** Says no more about it. */
  dismiss: () => void;
}

/** Presses the page's own button for the rest of the article when the person asks for it, and has the page read again. */
export function useShowAll(isPartial: boolean, article: Article, loadPart: LoadPart, readAgain: () => void): ShowAll {
  const [step, setStep] = useState<'waiting' | 'nothing' | 'dismissed' | null>(null);
  const end = useRef(new AbortController());
  useEffect(() => () => end.current.abort(), []);
  // The same article again: what the page showed was no part of it.
  useEffect(() => setStep((before) => (before === 'waiting' ? 'nothing' : before)), [article]);
  const press = async () => {
    const { signal } = end.current;
    setStep('waiting');
    const { showAll } = await loadPart('completeness');
    const isMore = await showAll(document, article, signal);
    if (signal.aborted) return;
    if (isMore) readAgain();
    else setStep('nothing');
  };
  return {
    step: step === 'dismissed' ? null : (step ?? (isPartial ? 'offered' : null)),
    press: () => void press().catch(() => setStep('nothing')),
    dismiss: () => setStep('dismissed'),
  };
}
