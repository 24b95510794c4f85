import type { BackupRefusal } from './backup/backup-refusal.ts';
import type { ErrorCode } from './error-code.ts';
import type { MessageKey } from './message-key.ts';

type Underscored<Text extends string> = Text extends `${infer Head}-${infer Tail}`
  ? `${Head}_${Underscored<Tail>}`
  : Text;

/** Names of the strings for an error: what went wrong in one sentence, and what the person can do next in another. */
export function errorKeys(code: ErrorCode | BackupRefusal): { what: MessageKey; next: MessageKey } {
  // Names of strings may not hold a dash; a string that is missing is a type error here.
  const name = code.replaceAll('-', '_') as Underscored<ErrorCode | BackupRefusal>;
  return { what: `error_${name}`, next: `errorNext_${name}` };
}
