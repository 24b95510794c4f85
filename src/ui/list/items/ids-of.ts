import type { SavedMetadata } from '../../../model/saved-article.ts';

/** The ids of items, in their order. */
export const idsOf = (items: readonly SavedMetadata[]): string[] => items.map(({ id }) => id);
