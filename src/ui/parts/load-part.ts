import type { ReaderPart } from '../../model/reader-part.ts';
import type { chooseBlocks } from './choose-blocks.ts';
import type { colourBlocks } from './colour-blocks.ts';
import type { COMPLETENESS } from './completeness.ts';
import type { COPYING } from './copying.ts';
import type { drawTex } from './draw-tex.ts';
import type { followFocus } from './follow-focus.ts';
import type { JoinPages } from './join-pages.ts';
import type { loadFaces } from './load-faces.ts';
import type { mountHighlights } from './mount-highlights.tsx';
import type { pickBlock } from './picking/pick-block.ts';
import type { showHanScript } from './show-han-script.ts';
import type { readAloud } from './speech/read-aloud.ts';
import type { watchRoots } from './watch-roots.ts';

/** What each optional part does once it is there. */
export interface PartFunctions extends Record<ReaderPart, unknown> {
  code: typeof colourBlocks;
  formulas: typeof drawTex;
  faces: typeof loadFaces;
  focus: typeof followFocus;
  han: typeof showHanScript;
  speech: typeof readAloud;
  copying: typeof COPYING;
  highlights: typeof mountHighlights;
  hiding: typeof chooseBlocks;
  completeness: typeof COMPLETENESS;
  picking: typeof pickBlock;
  pages: JoinPages;
  roots: typeof watchRoots;
}

/**
 * Gives the function of an optional part, and loads it first where needed: by a dynamic import in Recto's own pages, by
 * another injected script in the overlay. Rejects where it cannot be loaded; the article can be read without it.
 */
export type LoadPart = <Name extends ReaderPart>(name: Name) => Promise<PartFunctions[Name]>;

declare global {
  var rectoParts: Partial<PartFunctions> | undefined;
}

/**
 * `LoadPart` for Recto's own pages. They import the same script that the background injects for the overlay, from the
 * address in `scripts`, so that no part is shipped twice; as a module it defines the part in the same way.
 */
export const importParts =
  (scripts: Record<ReaderPart, string>): LoadPart =>
  async (name) => {
    await import(/* @vite-ignore */ scripts[name]);
    const { rectoParts } = globalThis;
    const part = rectoParts?.[name];
    if (!part) throw new Error(`the part ${name} did not define itself`);
    return part;
  };
