/** The part of `IDBDatabase` a migration may use; migrations import nothing, so that later code cannot change them. */
type Database = Pick<IDBDatabase, 'createObjectStore'>;

/**
 * 0001: the first stores. Metadata lies apart from bodies and pictures, so that a list of thousands loads neither.
 * `place` sorts newest first because `sort` is a negated time; records without `resume` are not in its index.
 */
export function createFirstSchema(database: Database): void {
  const metadata = database.createObjectStore('metadata', { keyPath: 'id' });
  metadata.createIndex('place', ['place', 'sort', 'id']);
  metadata.createIndex('addresses', 'addresses', { multiEntry: true });
  metadata.createIndex('resume', 'resume');
  database.createObjectStore('bodies', { keyPath: 'id' });
  database.createObjectStore('copies', { keyPath: ['articleId', 'keptAt'] });
  database.createObjectStore('highlights', { keyPath: 'id' }).createIndex('articleId', 'articleId');
  database.createObjectStore('pictures', { keyPath: 'hash' });
  const jobs = database.createObjectStore('pictureJobs', { keyPath: ['articleId', 'url'] });
  jobs.createIndex('state', ['state', 'queuedAt']);
  jobs.createIndex('hash', 'hash');
  database.createObjectStore('searchSegments', { keyPath: 'segment', autoIncrement: true });
  database.createObjectStore('searchBlocks', { keyPath: ['segment', 'block'] });
  database.createObjectStore('undo', { keyPath: 'id' });
  database.createObjectStore('damaged', { keyPath: ['store', 'id'] });
  database.createObjectStore('tallies');
}
