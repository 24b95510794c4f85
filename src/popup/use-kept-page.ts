import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { remoteLibrary } from '../messaging/remote-library.ts';
import { send } from '../messaging/send.ts';
import type { SavedMetadata } from '../model/saved-article.ts';

/**
 * What is kept of the page in the tab (null when nothing is, undefined until that is known), and how to ask anew; the
 * promise fails when there is no answer. `pageKey` changes when the tab goes elsewhere. `onFail` has to be the same function always.
 */
export function useKeptPage(
  tabId: number,
  pageKey: string | null,
  onFail: (thrown: unknown) => void,
): [saved: SavedMetadata | null | undefined, ask: () => Promise<void>] {
  const [saved, setSaved] = useState<SavedMetadata | null | undefined>(undefined);
  // An answer may come after that to a later question, and is older then.
  const questions = useRef({ asked: 0, answered: 0 }).current;
  const ask = useCallback(async () => {
    questions.asked += 1;
    const mine = questions.asked;
    const found = await send('page.saved', { tabId });
    if (mine < questions.answered) return;
    questions.answered = mine;
    setSaved(found);
  }, [tabId]);

  useEffect(() => {
    const end = new AbortController();
    // What was asked about the page before is answered too late.
    questions.answered = questions.asked + 1;
    const load = () => void ask().catch((thrown) => end.signal.aborted || onFail(thrown));
    setSaved(undefined);
    load();
    remoteLibrary.watch(load, end.signal);
    return () => end.abort();
  }, [tabId, pageKey]);
  return [saved, ask];
}
