import { useEffect, useState } from 'preact/hooks';
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
export function useShowAll(
  button: HTMLElement | null,
  article: Article,
  loadPart: LoadPart,
  readAgain: () => void,
): ShowAll {
  const [step, setStep] = useState<'waiting' | 'nothing' | 'dismissed' | null>(null);
  // The same article again: what the page showed was no part of it.
  useEffect(() => setStep((before) => (before === 'waiting' ? 'nothing' : before)), [article]);
  const press = async (pressed: HTMLElement) => {
    setStep('waiting');
    const { pressShowAll } = await loadPart('completeness');
    if (await pressShowAll(pressed)) readAgain();
    else setStep('nothing');
  };
  return {
    step: step === 'dismissed' ? null : (step ?? (button && 'offered')),
    press: () => button && void press(button).catch(() => setStep('nothing')),
    dismiss: () => setStep('dismissed'),
  };
}
