import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { isLetterKey, type KeyName } from '../../model/keys/match-key.ts';

const LetterKeysContext = createContext(true);

/** Tells everything below it whether the person has letters as keys. */
export const LetterKeysProvider = LetterKeysContext.Provider;

/** Whether a key works: people who speak to their computer would trigger letters by talking (WCAG 2.1.4). */
export function useActingKeys(): (key: KeyName) => boolean {
  const letterKeys = useContext(LetterKeysContext);
  return (key) => letterKeys || !isLetterKey(key);
}
