/**
 * Source text that calls a function with plain data. The function is sent as text, so it closes over nothing. `__name` is
 * what esbuild wraps around named functions; a script run by tsx carries it, the page does not have it.
 */
export function callExpression(run: (...args: never[]) => unknown, args: readonly unknown[]): string {
  const data = args.map((argument) => JSON.stringify(argument) ?? 'undefined').join(', ');
  return callOn(data, run);
}

/** Source text that calls a function with what the source text `arguments_` names where it runs. */
export const callOn = (arguments_: string, run: (...args: never[]) => unknown): string =>
  `((__name) => (${run.toString()})(${arguments_}))((named) => named)`;
