import { BACKUP_VERSION, type BackupLine, CUT_SHORT, parseBackupLine } from '../../model/backup/backup-line.ts';
import { RectoError } from '../../model/recto-error.ts';

/** A line longer than this is no record of ours. Characters. */
const LONGEST_LINE = 32 * 1024 * 1024;

/** Text packs to a quarter; gzip can pack zeros to a thousandth. From here on a file that unpacks like that is a bomb. */
const SUSPICIOUS_BYTES = 128 * 1024 * 1024;
const SUSPICIOUS_RATIO = 100;

/**
 * Reads a backup line by line, with one line in memory at a time, after the header. Throws `backup-newer` for a later
 * version and `backup-unreadable` for what is no backup or a zip bomb. A file that was cut short ends in a `refused`
 * line that says so; what came before is good.
 */
export async function* readBackup(file: Blob): AsyncGenerator<Exclude<BackupLine, { kind: 'header' }>> {
  let count = 0;
  let ended = false;
  try {
    for await (const text of splitLines(file)) {
      const line = parseBackupLine(text);
      count += 1;
      if (count === 1) checkHeader(line);
      else if (line.kind === 'end') ended = line.lines === count - 1;
      else if (line.kind !== 'header') yield line;
    }
  } catch (thrown) {
    if (thrown instanceof RectoError) throw thrown;
    if (count === 0) throw new RectoError('backup-unreadable', 'The file cannot be unpacked.', { cause: thrown });
  }
  if (count === 0) throw new RectoError('backup-unreadable', 'The file is empty.');
  if (!ended) yield { kind: 'refused', title: '', detail: CUT_SHORT };
}

function checkHeader(line: BackupLine): void {
  if (line.kind !== 'header') throw new RectoError('backup-unreadable', 'This is not a backup of Recto.');
  if (line.version > BACKUP_VERSION) throw new RectoError('backup-newer', `Version ${line.version}`);
}

async function* splitLines(file: Blob): AsyncGenerator<string> {
  let rest = '';
  for await (const text of textOf(file)) {
    rest += text;
    if (!text.includes('\n')) {
      if (rest.length > LONGEST_LINE) throw new RectoError('backup-unreadable', 'A record is too long.');
      continue;
    }
    const lines = rest.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line.trim() !== '') yield line;
  }
  if (rest.trim() !== '') yield rest;
}

/** The file as text; a byte order mark is dropped, and a file that someone has unpacked is read as it is. */
async function* textOf(file: Blob): AsyncGenerator<string> {
  const magic = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  const isGzip = magic[0] === 0x1f && magic[1] === 0x8b;
  const bytes = isGzip ? file.stream().pipeThrough(new DecompressionStream('gzip')) : file.stream();
  const decoder = new TextDecoder();
  const reader = bytes.getReader();
  try {
    for (let size = 0; ; ) {
      const { done, value } = await reader.read();
      if (done) break;
      size += value.length;
      if (size > SUSPICIOUS_BYTES && size > file.size * SUSPICIOUS_RATIO) {
        throw new RectoError('backup-unreadable', 'The file unpacks to far more than a library holds.');
      }
      yield decoder.decode(value, { stream: true });
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
