import { useEffect, useRef, useState } from 'preact/hooks';
import { send } from '../messaging/send.ts';
import { RectoError } from '../model/errors/recto-error.ts';
import { isOverlayOpen, toggleOverlay } from '../platform/overlay-in-tab.ts';
import { BUSY_MS } from '../platform/run-in-page.ts';
import { withinDeadline } from '../platform/within-deadline.ts';

/** The ways out of the popup. It then closes, or stays open with the reason if that failed. */
export interface WaysOut {
  /** Full view is open over the page, so that its button leads back. */
  overlayOpen: boolean;
  toFullView(): void;
  toPicking(): void;
  toListTab(): void;
  toSaved(id: string): void;
}

/** The ways out of the popup of a tab. */
export function useWaysOut(tabId: number, onFail: (thrown: unknown) => void): WaysOut {
  /** Null until it is known. */
  const [overlayOpen, setOverlayOpen] = useState<boolean | null>(null);
  const finding = useRef<Promise<boolean>>(Promise.resolve(false));
  useEffect(() => {
    finding.current = isOverlayOpen(tabId);
    void finding.current.then(setOverlayOpen);
  }, [tabId]);
  /** The popup is closing or about to. The second half of a double click would lead back or open another tab. */
  const leaving = useRef(false);
  const leave = async (go: () => Promise<void>) => {
    if (leaving.current) return;
    leaving.current = true;
    try {
      await go();
      window.close();
    } catch (thrown) {
      leaving.current = false;
      onFail(thrown);
    }
  };
  const toOverlay = async (options?: { pick: boolean }) => {
    const outcome = await toggleOverlay(tabId, options);
    if (!outcome.ok) throw new RectoError(outcome.error.code, outcome.error.message);
  };
  return {
    overlayOpen: overlayOpen === true,
    toFullView: () =>
      void leave(async () => {
        // Until that is known the button says "Full view", so a full view that is open stays open.
        if (overlayOpen === null && (await withinDeadline(finding.current, BUSY_MS))) return;
        await toOverlay();
      }),
    toPicking: () => void leave(() => toOverlay({ pick: true })),
    toListTab: () => void leave(() => send('tab.open-list', {})),
    toSaved: (id) => void leave(() => send('tab.open-saved', { id })),
  };
}
