import { useEffect, useState } from 'preact/hooks';
import { type ListPanelComponent, loadListPanel } from './load-list-panel.ts';

/**
 * The list's code, loaded when it is `wanted` or when the popup has nothing else to do; null until it is there.
 * `onFail` is told why it cannot be loaded, if it is wanted.
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
    // If loading ahead fails, it is tried again when the list is wanted.
    const handle = requestIdleCallback(() => void load().catch(() => undefined));
    return () => cancelIdleCallback(handle);
  }, [wanted, idle, panel]);
  return panel?.component ?? null;
}
