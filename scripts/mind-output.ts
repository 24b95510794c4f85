/**
 * Ends the process when its output can no longer be written. If the reader has left (`| head`), it ends quietly, with
 * the exit code that the command has by then; otherwise, as on a full disk, with a sentence on stderr and exit code 1.
 * May be called more than once.
 */
export function mindOutput(): void {
  for (const stream of [process.stdout, process.stderr]) stream.off('error', end).on('error', end);
}

function end(error: NodeJS.ErrnoException): never {
  if (error.code === 'EPIPE') process.exit();
  process.stderr.write(`The output could not be written: ${error.message}.\n`);
  process.exit(1);
}
