import { useEffect, useState } from 'preact/hooks';
import { type ListPanelComponent, loadListPanel } from './load-list-panel.ts';

/**
 * The list's code, fetched when `wanted`, or once the popup has nothing else to do; null until it is there. `onFail` hears
 * why it does not come where it is wanted.
 */
export function useListPanel(
  wanted: boolean,
  idle: boolean,
  onFail: (thrown: unknown) => void,
): ListPanelComponent | null {
  const [panel, setPanel] = useState<{ component: ListPanelComponent } | null>(null);
  useEffect(() => {
    if (panel || (!wanted && !idle)) return;
    const load = () => loadListPanel().then((component) => setPanel({ component }));
    if (wanted) return void load().catch(onFail);
    // What fails ahead of time is tried again when the list is wanted.
    const handle = requestIdleCallback(() => void load().catch(() => undefined));
    return () => cancelIdleCallback(handle);
  }, [wanted, idle, panel]);
  return panel?.component ?? null;
}
