import { tagKey } from './tag-key.ts';

/** Whether two spellings are one tag: in the list of tags, on an item, and wherever one is looked for. */
export const sameTag = (one: string, other: string): boolean => tagKey(one) === tagKey(other);
