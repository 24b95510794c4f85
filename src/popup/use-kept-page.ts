import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { remoteLibrary } from '../messaging/remote-library.ts';
import { send } from '../messaging/send.ts';
import type { SavedMetadata } from '../model/saved-article.ts';

/**
 * What is kept of the page in the tab (null when nothing is, undefined until that is known), and how to ask anew; the
 * promise fails when there is no answer. `pageKey` changes when the tab goes elsewhere. `onFail`
 * has to be the same function always; it hears why nothing is known, and where something is, that stands.
 *
 * While the popup is `busy` with it, what is told of changes is asked about afterwards, and an answer to what was asked before
 * is not taken: who saw what was done before it is over would press what is not heard yet.
 */
export function useKeptPage(
  tabId: number,
  pageKey: string | null,
  onFail: (thrown: unknown) => void,
  busy: boolean,
): [saved: SavedMetadata | null | undefined, ask: () => Promise<void>] {
  const [saved, setSaved] = useState<SavedMetadata | null | undefined>(undefined);
  // An answer may come after that to a later question, and is then the older one.
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
