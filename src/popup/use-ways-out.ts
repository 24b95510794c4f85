import { useEffect, useRef, useState } from 'preact/hooks';
import { send } from '../messaging/send.ts';
import { RectoError } from '../model/recto-error.ts';
import { isOverlayOpen, toggleOverlay } from '../platform/overlay-in-tab.ts';

/** What leads out of the popup, which closes then and stays with the reason when it could not. */
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
  const [overlayOpen, setOverlayOpen] = useState(false);
  useEffect(() => {
    void isOverlayOpen(tabId).then(setOverlayOpen);
  }, [tabId]);
  /** The popup is closing, or about to: the second half of a double click would lead back, or open another tab. */
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
    overlayOpen,
    toFullView: () => void leave(() => toOverlay()),
    toPicking: () => void leave(() => toOverlay({ pick: true })),
    toListTab: () => void leave(() => send('tab.open-list', {})),
    toSaved: (id) => void leave(() => send('tab.open-saved', { id })),
  };
}
