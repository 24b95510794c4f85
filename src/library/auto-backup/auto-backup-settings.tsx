import type { JSX } from 'preact';
import { RectoError } from '../../model/errors/recto-error.ts';
import { isolateName } from '../../model/text/isolate-name.ts';
import { canAskForDownloads } from '../../platform/downloads.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/list/error-notice.tsx';
import { TryAgain } from '../../ui/list/list-foot.tsx';
import { useWords } from '../../ui/list/words-context.ts';
import type { AutoBackups } from './auto-backups.ts';
import { canChooseFolder } from './backup-folder.ts';
import { useAutoBackup } from './use-auto-backup.ts';

/** Automatic backups: where they go, when the last one was written, and what is needed for the next. */
export function AutoBackupSettings({ auto }: { auto: AutoBackups }): JSX.Element | null {
  const words = useWords();
  const { t } = words;
  const { state, error, ...backup } = useAutoBackup(auto);
  if (!(canChooseFolder() || canAskForDownloads())) return null;
  if (!state) return error && <Unknown error={error} onTryAgain={backup.tryAgain} />;
  const place =
    state.target === 'folder' ? t('autoBackupFolder', isolateName(state.folder, words.dir)) : t('autoBackupDownloads');
  const last = state.lastAt === null ? t('backupNever') : t('backupLast', words.when(state.lastAt));
  return (
    <div class="auto-backup">
      <h3>{t('autoBackupTitle')}</h3>
      <p class="quiet">{t('autoBackupWhat')}</p>
      {state.target === 'none' ? (
        <p class="backup-actions">
          <button type="button" class="button" onClick={backup.turnOn}>
            {t(canChooseFolder() ? 'autoBackupChoose' : 'autoBackupAllowDownloads')}
          </button>
        </p>
      ) : (
        <>
          <p>{words.sentences(place, last)}</p>
          {state.unreadable > 0 && <p>{words.count('backupUnreadable', state.unreadable, t('checkTitle'))}</p>}
          {!backup.isAllowed && <p class="quiet">{t('autoBackupNotAllowed')}</p>}
          <p class="backup-actions">
            {backup.isAllowed ? (
              <Button label={t('autoBackupNow')} disabled={backup.isWriting} onPress={backup.backUpNow} />
            ) : (
              <button type="button" class="button" data-primary onClick={backup.allowAgain}>
                {t('autoBackupAllowAgain')}
              </button>
            )}
            <button type="button" class="button" onClick={backup.turnOff}>
              {t('autoBackupOff')}
            </button>
          </p>
        </>
      )}
      <div role="status">{backup.hasNothing && <p>{t('backupNothing')}</p>}</div>
      {(error || (state.isHindered && backup.isAllowed && !backup.isWriting)) && (
        <ErrorNotice
          error={error ?? new RectoError(state.target === 'folder' ? 'backup-unwritten' : 'backup-undownloaded')}
        />
      )}
    </div>
  );
}

/** Shown instead when it cannot be read whether backups are written. */
function Unknown({ error, onTryAgain }: { error: RectoError; onTryAgain: () => void }): JSX.Element {
  const { t } = useWords();
  return (
    <div class="auto-backup">
      <h3>{t('autoBackupTitle')}</h3>
      <TryAgain error={error} onPress={onTryAgain} />
    </div>
  );
}
