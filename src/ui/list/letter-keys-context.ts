import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { isLetterKey, type KeyName } from '../../model/match-key.ts';

const LetterKeysContext = createContext(true);

/** Says to all that is drawn below it whether letters are keys, as the person has set. */
export const LetterKeysProvider = LetterKeysContext.Provider;

/** Whether a key acts: people who speak to their computer would set letters off by talking (WCAG 2.1.4). */
export function useActingKeys(): (key: KeyName) => boolean {
  const letterKeys = useContext(LetterKeysContext);
  return (key) => letterKeys || !isLetterKey(key);
}
