/**
 * All keys of an article in a store whose keys begin with its id: the addresses of its pictures in `pictureJobs`, the
 * times of its older texts in `copies`. An array is greater than any number and any string.
 */
export const keysOfArticle = (articleId: string): IDBKeyRange => IDBKeyRange.bound([articleId], [articleId, []]);
