/** The browser's own word for why a page did not open: Chromium's in its message, Firefox's in the address of its page. */
const REASON = /net::(\w+)|about:\w*error\?e=(\w+)/;

/** One sentence for a page that did not open, with the browser's reason and what to do. */
export function notOpened(url: string, error: unknown): string {
  const message = error instanceof Error ? error.message : `${error}`;
  const found = REASON.exec(message);
  return `${url} did not open (${found?.[1] ?? found?.[2] ?? message}): check the address and the connection.`;
}
