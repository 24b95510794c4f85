import type { LoadPart, PartFunctions } from './load-part.ts';

const IMPORTS: { [Name in keyof PartFunctions]: () => Promise<PartFunctions[Name]> } = {
  code: async () => (await import('./find-code-tokens.ts')).findCodeTokens,
  formulas: async () => (await import('./draw-tex.ts')).drawTex,
};

/** `LoadPart` for Recto's own pages: a script of its own that the page imports when it is wanted. */
export const importPart: LoadPart = (name) => IMPORTS[name]() as Promise<PartFunctions[typeof name]>;
