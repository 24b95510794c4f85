/** `recto-backup-2026-05-03-1405.jsonl.gz`: sorts by time, and is a file name on every system. */
export function backupFileName(time: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  return `recto-backup-${day}-${two(time.getHours())}${two(time.getMinutes())}.jsonl.gz`;
}
