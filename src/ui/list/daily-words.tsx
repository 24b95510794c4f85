import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Words } from '../../model/words.ts';
import { watchDay } from '../watch-day.ts';
import { WordsProvider } from './words-context.ts';

/**
 * Gives the words to all that is drawn below it, which is drawn anew with every day: a page may stand open for weeks, and
 * what was saved today is told as of yesterday from midnight on.
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
