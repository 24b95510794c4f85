import { CUT_SHORT, NO_WEB_ADDRESS } from '../../model/backup/backup-line.ts';
import type { ErrorCode } from '../../model/error-code.ts';
import { errorKeys } from '../../model/error-keys.ts';
import type { MessageKey } from '../../model/message-key.ts';

/** Why a record of a backup is not restored, in the reader's language; `detail` is for those who look into the file. */
export function whyRefused({ code, detail }: { code?: ErrorCode; detail: string }): MessageKey {
  if (code !== undefined && code !== 'backup-unreadable') return errorKeys(code).what;
  if (detail === CUT_SHORT) return 'backupEndsEarly';
  return detail === NO_WEB_ADDRESS ? 'importReasonNotWeb' : 'importReasonUnreadable';
}
