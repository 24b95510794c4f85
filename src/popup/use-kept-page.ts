import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { remoteLibrary } from '../messaging/remote-library.ts';
import { send } from '../messaging/send.ts';
import type { SavedMetadata } from '../model/saved-article.ts';

/**
 * What is kept of the page in the tab, and a function that asks for it anew. Null when nothing is kept, undefined while
 * that is unknown. The promise of that function fails when there is no answer.
 *
 * `pageKey` changes when the tab goes elsewhere. `onFail` must always be the same function. It is told why nothing is
 * known; if something is known, that stays as it is.
 *
 * While the popup is `busy` with the page, changes are looked up only afterwards, and answers to earlier questions are
 * dropped: a person who saw the result before the work is over would press something that is not listened to yet.
 */
export function useKeptPage(
  tabId: number,
  pageKey: string | null,
  onFail: (thrown: unknown) => void,
  busy: boolean,
): [saved: SavedMetadata | null | undefined, ask: () => Promise<void>] {
  const [saved, setSaved] = useState<SavedMetadata | null | undefined>(undefined);
  // Answers may arrive out of order; an older one is then dropped.
  const questions = useRef({ asked: 0, answered: 0 }).current;
  const askUnless = useCallback(
    async (isTooEarly: () => boolean) => {
      questions.asked += 1;
      const mine = questions.asked;
      const found = await send('page.saved', { tabId });
      if (mine < questions.answered || isTooEarly()) return;
      questions.answered = mine;
      setSaved(found);
    },
    [tabId],
  );
  const ask = useCallback(() => askUnless(() => false), [tabId]);

  const latest = useRef({ busy, isKnown: false, again: null as (() => void) | null }).current;
  latest.busy = busy;
  latest.isKnown = saved !== undefined;
  // Before the paint: otherwise the next press would act on the copy of the earlier page.
  useLayoutEffect(() => {
    // Answers about the earlier page come too late.
    questions.answered = questions.asked + 1;
    setSaved(undefined);
  }, [tabId, pageKey]);
  useEffect(() => {
    const end = new AbortController();
    const isTooEarly = () => {
      if (latest.busy && !end.signal.aborted) latest.again = load;
      return latest.busy;
    };
    const fail = (thrown: unknown) => end.signal.aborted || latest.isKnown || onFail(thrown);
    const load = () => void askUnless(isTooEarly).catch(fail);
    load();
    remoteLibrary.watch(() => isTooEarly() || load(), end.signal);
    return () => {
      end.abort();
      latest.again = null;
    };
  }, [tabId, pageKey]);
  useEffect(() => {
    if (busy) return;
    latest.again?.();
    latest.again = null;
  }, [busy]);
  return [saved, ask];
}
