import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { SavedPicture } from '../model/picture.ts';
import type { ShownPicture } from '../ui/reader/place-pictures.ts';

/**
 * Gives the pictures of a saved article addresses to be drawn from, by the address they were saved from. An address stays
 * while the same bytes are kept, and is given back when they are not or the article is left.
 */
export function useShownPictures(pictures: readonly SavedPicture[]): Map<string, ShownPicture> {
  const addresses = useRef(new Map<string, { blob: Blob; address: string }>());
  useEffect(
    () => () => {
      for (const { address } of addresses.current.values()) URL.revokeObjectURL(address);
      addresses.current.clear();
    },
    [],
  );
  return useMemo(() => {
    const shown = pictures.map(({ blob, ...fact }): [string, ShownPicture] => [
      fact.url,
      { ...fact, address: blob ? addressOf(addresses.current, fact.url, blob) : null },
    ]);
    return new Map(shown);
  }, [pictures]);
}

/** A blob read again from storage is another object with the same bytes: its size tells enough for one address. */
function addressOf(addresses: Map<string, { blob: Blob; address: string }>, url: string, blob: Blob): string {
  const before = addresses.get(url);
  if (before && before.blob.size === blob.size && before.blob.type === blob.type) return before.address;
  if (before) URL.revokeObjectURL(before.address);
  const address = URL.createObjectURL(blob);
  addresses.set(url, { blob, address });
  return address;
}
