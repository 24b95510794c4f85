import { useEffect } from 'preact/hooks';

/**
 * Handlers for the place on which a file may be dropped. Several at once are refused, as the file dialog does: one would
 * be read, and nothing said of the others.
 */
export const fileDrops = (onFile: (file: File) => void) => ({
  onDragOver: (event: DragEvent) => {
    event.preventDefault();
    const items = Array.from(event.dataTransfer?.items ?? []);
    if (items.filter(({ kind }) => kind === 'file').length > 1) refuse(event);
  },
  onDrop: (event: DragEvent) => {
    event.preventDefault();
    const [file, ...others] = event.dataTransfer?.files ?? [];
    if (file && others.length === 0) onFile(file);
  },
});

/**
 * While the component is there, a file that is dropped beside the place for it does nothing: the browser would leave the
 * page to show the file, and what is being taken in would end half done.
 */
export function useMissedDrops(): void {
  useEffect(() => {
    const end = new AbortController();
    const miss = (event: DragEvent) => {
      if (!event.defaultPrevented && event.dataTransfer?.types.includes('Files')) refuse(event);
    };
    for (const type of ['dragover', 'drop'] as const) addEventListener(type, miss, { signal: end.signal });
    return () => end.abort();
  }, []);
}

/** The pointer shows that nothing can be dropped there. */
function refuse(event: DragEvent): void {
  event.preventDefault();
  if (event.dataTransfer) event.dataTransfer.dropEffect = 'none';
}
