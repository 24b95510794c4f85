import { render } from 'preact';
import { adoptSheet } from '../adopt-sheet.ts';
import { HighlightRoot, type HighlightRootProps } from '../highlights/highlight-root.tsx';
import css from '../styles/highlight-bar.css?inline';

export interface MountedHighlights {
  update: (props: HighlightRootProps) => void;
  unmount: () => void;
}

/** Draws highlights and their bar in a box of its own: the optional part `highlights`. It brings its own style sheet. */
export function mountHighlights(host: HTMLElement): MountedHighlights {
  const end = new AbortController();
  adoptSheet(host, css, end.signal);
  return {
    update: (props) => render(<HighlightRoot {...props} />, host),
    unmount: () => {
      render(null, host);
      end.abort();
    },
  };
}
