import type { ReaderAction } from './reader-keys.ts';

/** What the surface can do; an action that is left out has no control and no key. */
export type ReaderActions = Partial<Record<ReaderAction, () => void>>;
