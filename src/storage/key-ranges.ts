import type { Place } from '../model/saved-article.ts';

/**
 * The keys that are arrays and begin alike. An array is greater than any number and any string, so that one
 * behind the beginning is greater than every key that begins so.
 */
const keysBeginningWith = (first: string | number): IDBKeyRange => IDBKeyRange.bound([first], [first, []]);

/** All keys of an article: the addresses of its pictures in `pictureJobs`, the times of its older texts in `copies`. */
export const keysOfArticle = (articleId: string): IDBKeyRange => keysBeginningWith(articleId);

/** Everything in a place, in the order of its list, by the index `place` of `metadata`. */
export const keysOfPlace = (place: Place): IDBKeyRange => keysBeginningWith(place);

/** All blocks of a segment in `searchBlocks`. */
export const keysOfSegment = (segment: number): IDBKeyRange => keysBeginningWith(segment);
