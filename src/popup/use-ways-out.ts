import { useEffect, useState } from 'preact/hooks';
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
  const toOverlay = async (options?: { pick: boolean }) => {
    const outcome = await toggleOverlay(tabId, options);
    if (outcome.ok) window.close();
    else onFail(new RectoError(outcome.error.code, outcome.error.message));
  };
  return {
    overlayOpen,
    toFullView: () => void toOverlay(),
    toPicking: () => void toOverlay({ pick: true }),
    toListTab: () => void send('tab.open-list', {}).then(() => window.close(), onFail),
    toSaved: (id) => void send('tab.open-saved', { id }).then(() => window.close(), onFail),
  };
}
