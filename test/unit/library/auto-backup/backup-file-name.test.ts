import { expect, test } from 'vitest';
import { backupFileName } from '../../../../src/library/auto-backup/run-auto-backup.ts';

test('a backup’s name sorts by its time and is allowed on every system', () => {
  const name = backupFileName(new Date(2026, 4, 3, 14, 5));
  expect(name).toBe('recto-backup-2026-05-03-1405.jsonl.gz');
  expect(name).not.toMatch(/[<>:"/\\|?*]/);
});
