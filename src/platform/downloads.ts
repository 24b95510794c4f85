import { browser } from './browser.ts';

/** Whether the browser lets an extension be allowed to write downloads by itself; Recto's manifest asks in Firefox only. */
export const canAskForDownloads = (): boolean =>
  browser.runtime.getManifest().optional_permissions?.includes('downloads') ?? false;

/** Asks for it; must be the first thing a click does, or the browser refuses to ask. */
export const askForDownloads = (): Promise<boolean> => browser.permissions.request({ permissions: ['downloads'] });

/** Whether that was allowed. */
export const mayDownload = (): Promise<boolean> => browser.permissions.contains({ permissions: ['downloads'] });

/**
 * Writes a file into the downloads folder and gives its size there, once the browser says that it is complete. Throws when
 * it was interrupted (cancelled, disk full).
 */
export async function writeDownload(file: Blob, path: string): Promise<number> {
  const url = URL.createObjectURL(file);
  try {
    const id = await browser.downloads.download({ url, filename: path, saveAs: false, conflictAction: 'overwrite' });
    for (;;) {
      const [item] = await browser.downloads.search({ id });
      if (item?.state === 'complete') return item.fileSize;
      if (!item || item.state === 'interrupted') throw new Error(`download ${item?.error ?? 'gone'}`);
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  } finally {
    URL.revokeObjectURL(url);
  }
}

const POLL_MS = 250;

/**
 * Removes older files that this extension wrote and whose names begin like this, except the newest `keep`. The history
 * has an entry for each time that a file was overwritten, and removing an older entry would remove the newer file. A
 * file that cannot be removed (it is open, or the person was faster) stays in the history and does not prevent the
 * removal of others. `written` counts as the newest whatever its time: the clock may have been ahead before.
 */
export async function removeOldDownloads(namePart: string, keep: number, written: string): Promise<void> {
  const found = await browser.downloads.search({ query: [namePart], orderBy: ['-startTime'] });
  const own = found.filter(({ byExtensionId, exists }) => byExtensionId === browser.runtime.id && exists);
  const others = new Set(own.map(({ filename }) => filename).filter((path) => !path.endsWith(written)));
  const old = new Set([...others].slice(keep - 1));
  for (const { id, filename } of own) {
    if (!old.has(filename)) continue;
    await browser.downloads.removeFile(id).then(
      () => browser.downloads.erase({ id }),
      () => undefined,
    );
  }
}
