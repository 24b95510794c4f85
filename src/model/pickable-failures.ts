import type { ErrorCode } from './error-code.ts';

/** Failures of pages that are there but have no article that Recto could find: the person can point at it. */
export const PICKABLE_FAILURES: readonly ErrorCode[] = ['not-an-article', 'empty'];
