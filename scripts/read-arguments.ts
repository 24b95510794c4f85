import { type ParseArgsConfig, parseArgs } from 'node:util';
import { mindOutput } from './mind-output.ts';

/** Exit code of a command that was called in a way it does not know. */
const EXIT_WRONG_CALL = 2;

/** What `parseArgs` makes of the arguments that a configuration allows. */
type Arguments<T extends ParseArgsConfig> = ReturnType<typeof parseArgs<T>>;

/**
 * Reads the arguments of a command as `parseArgs` does, and gives what `understand` makes of them. `--help` prints `usage`
 * and ends the process. What the command does not know, or `understand` throws at, ends it with one sentence, `usage` and
 * exit code 2. So it has to be called before anything is installed, built or opened. From then on output that cannot be
 * written ends the process as well (`mindOutput`).
 */
export function readArguments<T extends ParseArgsConfig, R = Arguments<T>>(
  usage: string,
  config: T,
  understand: (given: Arguments<T>) => R = (given) => given as R,
): R {
  mindOutput();
  if (process.argv.slice(2).includes('--help')) {
    process.stdout.write(usage);
    process.exit(0);
  }
  try {
    return understand(parseArgs(config));
  } catch (thrown) {
    // Node's own messages go on after their first sentence, with advice about arguments that begin with a hyphen.
    const [reason] = (thrown instanceof Error ? thrown.message : `${thrown}`).split(/(?<=')\. /);
    process.stderr.write(`${reason?.replace(/\.$/, '')}.\n${usage}`);
    process.exit(EXIT_WRONG_CALL);
  }
}
