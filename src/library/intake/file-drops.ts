import { useEffect } from 'preact/hooks';

/**
 * Handlers for the place on which a file may be dropped. Of several at once none is taken: one would be read, and nothing
 * said of the others. If the pointer refused them, no drop would be told, and nothing could be said of any.
 */
export const fileDrops = (onFile: (file: File) => void, onSeveral: () => void) => ({
  onDragOver: (event: DragEvent) => event.preventDefault(),
  onDrop: (event: DragEvent) => {
    event.preventDefault();
    const [file, ...others] = event.dataTransfer?.files ?? [];
    if (others.length > 0) onSeveral();
    else if (file) onFile(file);
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
