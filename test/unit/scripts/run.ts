/** Runs a bundled script and gives what it leaves as `result`; nothing where it leaves none. */
export function run(code: string): unknown[] {
  const scope: { result?: unknown[] } = {};
  new Function('globalThis', code)(scope);
  return scope.result ?? [];
}
