import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ListPanelProps } from './list-panel.tsx';

type ListPanelComponent = FunctionComponent<ListPanelProps>;

/** The list's code, fetched when `wanted`, or once the popup has nothing else to do; null until it is there. */
export function useListPanel(wanted: boolean, idle: boolean): ListPanelComponent | null {
  const [panel, setPanel] = useState<{ component: ListPanelComponent } | null>(null);
  useEffect(() => {
    if (panel || (!wanted && !idle)) return;
    const load = () => void import('./list-panel.tsx').then(({ ListPanel }) => setPanel({ component: ListPanel }));
    if (wanted) return load();
    const handle = requestIdleCallback(load);
    return () => cancelIdleCallback(handle);
  }, [wanted, idle, panel]);
  return panel?.component ?? null;
}
