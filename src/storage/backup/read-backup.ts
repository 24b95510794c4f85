import { BACKUP_VERSION, type BackupLine, parseBackupLine, type RefusedLine } from '../../model/backup/backup-line.ts';
import { RectoError } from '../../model/errors/recto-error.ts';

/** Characters; no record of ours has a longer line. */
const LONGEST_LINE = 32 * 1024 * 1024;

/**
 * Text packs to a quarter; gzip packs zeros to a thousandth. From this size on a file that unpacks like the latter is a
 * bomb.
 */
const SUSPICIOUS_BYTES = 128 * 1024 * 1024;

const SUSPICIOUS_RATIO = 100;

/** A line of the file, and its length in characters. */
type ReadLine = BackupLine & { length: number };

/**
 * Reads a backup, the header first, with one line in memory at a time. A line that is too long is refused. A file that
 * was cut short ends in a `refused` line that says so; what came before is good.
 *
 * Throws `backup-foreign` for what is no backup, `file-blank` where nothing is in it, `backup-newer` for a later version,
 * `backup-unreadable` where nothing can be unpacked or the browser cannot read it any more, and `backup-too-large` for a zip bomb.
 */
export async function* readBackup(file: Blob): AsyncGenerator<ReadLine> {
  let count = 0;
  let ended = false;
  try {
    for await (const text of splitLines(file)) {
      const line = text === null ? refused('record-too-long') : parseBackupLine(text);
      count += 1;
      if (count === 1) checkHeader(line);
      if (line.kind === 'end') ended = line.lines === count - 1;
      else if (line.kind !== 'header' || count === 1) yield { ...line, length: text?.length ?? 0 };
    }
  } catch (thrown) {
    if (thrown instanceof RectoError) throw thrown;
    if (count === 0) throw new RectoError('backup-unreadable', String(thrown), { cause: thrown });
  }
  if (count === 0) throw new RectoError('file-blank');
  if (!ended) yield { ...refused('backup-cut-short'), length: 0 };
}

const refused = (code: RefusedLine['code']): RefusedLine => ({ kind: 'refused', title: '', code, detail: code });

function checkHeader(line: BackupLine): void {
  if (line.kind !== 'header') throw new RectoError('backup-foreign', 'This is not a backup of Recto.');
  if (line.version > BACKUP_VERSION) throw new RectoError('backup-newer', `Version ${line.version}`);
}

/** The lines that are not blank; null for one that is too long, of which nothing is kept. */
async function* splitLines(file: Blob): AsyncGenerator<string | null> {
  let rest = '';
  let isTooLong = false;
  for await (const text of textOf(file)) {
    const lines = text.split('\n');
    const last = lines.pop() ?? '';
    for (const line of lines) {
      const whole = rest + line;
      if (!isTooLong && whole.trim() !== '') yield whole.length > LONGEST_LINE ? null : whole;
      rest = '';
      isTooLong = false;
    }
    if (!isTooLong) rest += last;
    if (rest.length <= LONGEST_LINE) continue;
    rest = '';
    isTooLong = true;
    // At once: a file of one endless line is no backup, however much is still to come.
    yield null;
  }
  if (rest.trim() !== '') yield rest;
}

/** The file as text, without a byte order mark. A file that somebody has unpacked is read as it is. */
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
        throw new RectoError('backup-too-large', 'The file unpacks to far more than a library holds.');
      }
      yield decoder.decode(value, { stream: true });
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
