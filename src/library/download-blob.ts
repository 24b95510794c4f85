/** By then every browser has begun to read the file. */
const RELEASE_AFTER_MS = 60_000;

/** Hands a file to the browser's own downloads: no permission is needed for a link. */
export function downloadBlob(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), RELEASE_AFTER_MS);
}
