import { Drawing } from '../ui/icon.tsx';

/** Four corners: what is read here is given the whole tab. */
export function FullViewIcon() {
  return <Drawing path="M3.5 7.5v-4h4M12.5 3.5h4v4M16.5 12.5v4h-4M7.5 16.5h-4v-4" />;
}
