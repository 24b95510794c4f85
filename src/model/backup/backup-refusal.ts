/**
 * Why a record of a backup is not restored while the rest of the file is. As an error, each has a sentence `error_<code>`
 * and a next step `errorNext_<code>` in every locale; none is thrown, so that they are no `ErrorCode`.
 */
export const BACKUP_REFUSALS = [
  /** Not whole: no JSON, a field or the text is missing, a time that no calendar holds, a picture that is not its hash's. */
  'record-damaged',
  /** The address of an item is no page's. */
  'record-address',
  /** A kind of record that this version does not know. */
  'record-unknown',
  /** Longer than any record that is written. */
  'record-too-long',
  /** Not a record but the end of the file: what should follow is missing. */
  'backup-cut-short',
] as const;

export type BackupRefusal = (typeof BACKUP_REFUSALS)[number];
