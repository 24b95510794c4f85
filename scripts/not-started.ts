/** One sentence for a browser that did not start, with what the browser or its driver said. */
export function notStarted(path: string | null, error: unknown): string {
  const message = error instanceof Error ? error.message : `${error}`;
  const [reason = ''] = message.split('\n');
  return `${path ?? 'The browser'} did not start: ${reason.replace(/[.\s]+$/, '')}.`;
}
