import type { BackupRefusal } from '../../model/backup/backup-refusal.ts';
import type { ErrorCode } from '../../model/error-code.ts';
import { errorKeys } from '../../model/error-keys.ts';
import type { Words } from '../../model/words.ts';

/** Why a record of a backup is not restored, and what can be done about it, in the reader's language. */
export function whyRefused(code: ErrorCode | BackupRefusal, words: Words): string {
  const { what, next } = errorKeys(code);
  return words.sentences(words.t(what), words.t(next));
}
