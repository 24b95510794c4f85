import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Words } from '../../model/words.ts';

const WordsContext = createContext<Words | null>(null);

/** Gives the words to all that is drawn below it. */
export const WordsProvider = WordsContext.Provider;

/** The interface's words; every page gives them once, at its root. */
export function useWords(): Words {
  const words = useContext(WordsContext);
  if (!words) throw new Error('WordsProvider is missing');
  return words;
}
