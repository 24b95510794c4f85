import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Words } from '../../model/words.ts';
import { watchDay } from '../watch-day.ts';
import { WordsProvider } from './words-context.ts';

/**
 * Gives the words to everything below it, which is drawn again each day: a page may stay open for weeks, and at
 * midnight *today* becomes *yesterday*.
 */
export function DailyWords({ words, children }: { words: Words; children: ComponentChildren }): JSX.Element {
  const [ofToday, setWords] = useState(words);
  useEffect(() => {
    const end = new AbortController();
    watchDay(() => setWords({ ...words }), end.signal);
    return () => end.abort();
  }, [words]);
  return <WordsProvider value={ofToday}>{children}</WordsProvider>;
}
