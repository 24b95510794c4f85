import { render } from 'preact';
import { HighlightRoot, type HighlightRootProps } from '../highlights/highlight-root.tsx';
import { makeSheet } from '../make-sheet.ts';
import css from '../styles/highlight-bar.css?inline';

export interface MountedHighlights {
  update: (props: HighlightRootProps) => void;
  unmount: () => void;
}

/** Draws highlights and their bar in a box of its own: the optional part `highlights`. It brings its own style sheet. */
export function mountHighlights(host: HTMLElement): MountedHighlights {
  const root = host.getRootNode();
  if (root instanceof ShadowRoot || root instanceof Document) adoptSheet(root);
  return {
    update: (props) => render(<HighlightRoot {...props} />, host),
    unmount: () => render(null, host),
  };
}

const adopted = new WeakSet<DocumentOrShadowRoot>();

function adoptSheet(root: DocumentOrShadowRoot): void {
  if (adopted.has(root)) return;
  adopted.add(root);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, makeSheet(document, css)];
}
