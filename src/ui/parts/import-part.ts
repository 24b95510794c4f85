import type { ReaderPart } from '../../model/reader-part.ts';
import type { LoadPart } from './load-part.ts';

/**
 * `LoadPart` for Recto's own pages. They import the very script that the background injects for the overlay, whose
 * address `scripts` gives, so that no part is shipped twice; as a module it defines the part like anywhere else.
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
