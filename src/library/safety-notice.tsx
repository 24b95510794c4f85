import type { JSX } from 'preact';
import type { DamagedItem } from '../model/library.ts';
import type { LostLibrary } from '../platform/known-library.ts';
import { useWords } from '../ui/list/words-context.ts';
import type { Safety } from './use-safety.ts';

/** What has to be said above the list: that it was emptied, that records are damaged, or that no backup keeps it. One at a time, the worse first. */
export function SafetyNotice({ lost, dismissLost, damaged, backup, postponeBackup }: Safety): JSX.Element | null {
  const words = useWords();
  const { t } = words;
  if (lost) return <LostNotice lost={lost} onDismiss={dismissLost} />;
  if (damaged.length > 0) return <DamagedNotice items={damaged} />;
  if (!backup) return null;
  return (
    <div class="list-notice" role="status">
      <p>
        {backup.last
          ? t('noticeBackupOld', words.when(backup.last))
          : t('noticeBackupNone', words.number(backup.items))}
      </p>
      <p class="list-notice-actions">
        <a href="#settings/backup">{t('backupMake')}</a>
        <button type="button" onClick={postponeBackup}>
          {t('noticeLater')}
        </button>
      </p>
    </div>
  );
}

/** The articles that were here are gone, and not by the person's own hand. */
function LostNotice({ lost, onDismiss }: { lost: LostLibrary; onDismiss(): void }): JSX.Element {
  const { t, count } = useWords();
  return (
    <div class="list-notice" role="alert">
      <p class="list-notice-title">{t('noticeLost')}</p>
      <p>{count('noticeLostWhat', lost.items)}</p>
      <p class="list-notice-actions">
        <a href="#settings/backup">{t('listRestoreBackup')}</a>
        <button type="button" onClick={onDismiss}>
          {t('noticeLostDismiss')}
        </button>
      </p>
    </div>
  );
}

function DamagedNotice({ items }: { items: readonly DamagedItem[] }): JSX.Element {
  const { t, count } = useWords();
  const names = items.slice(0, 3).map(({ title }) => title ?? t('checkNoTitle'));
  return (
    <div class="list-notice" role="status">
      <p>{count('noticeDamaged', items.length, names.join(' · '))}</p>
      <p class="list-notice-actions">
        <a href="#settings/backup">{t('checkTitle')}</a>
      </p>
    </div>
  );
}
