/** What to say of a browser that did not start: what the browser or its driver said, and what to do. */
export function notStarted(path: string | null, error: unknown): string {
  const message = error instanceof Error ? error.message : `${error}`;
  const [reason = ''] = message.split('\n');
  const what = `${path ?? 'The browser'} did not start: ${reason.replace(/[.\s]+$/, '')}.`;
  return `${what}\nSee whether an earlier npm start is still running, and whether the browser starts by itself.`;
}
