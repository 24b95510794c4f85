import type { FunctionComponent } from 'preact';
import type { ListPanelProps } from './list-panel.tsx';

export type ListPanelComponent = FunctionComponent<ListPanelProps>;

/** The list's code. Throws what the browser says where it cannot be loaded. */
export const loadListPanel = async (): Promise<ListPanelComponent> => (await import('./list-panel.tsx')).ListPanel;
