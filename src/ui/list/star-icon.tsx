import { Drawing } from '../icon.tsx';

/** The star of a favourite, filled for one that is. */
export function StarIcon({ filled }: { filled: boolean }) {
  return (
    <Drawing
      path="M10 3.3l2.05 4.25 4.65.6-3.4 3.25.85 4.6L10 13.75 5.85 16l.85-4.6-3.4-3.25 4.65-.6z"
      filled={filled}
    />
  );
}
