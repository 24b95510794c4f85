/** Copies a text. Pages without https have no clipboard for scripts: there what is selected is copied, as by Ctrl+C. */
export function copyText(text: string): void {
  if (navigator.clipboard) void navigator.clipboard.writeText(text).catch(() => document.execCommand('copy'));
  else document.execCommand('copy');
}
