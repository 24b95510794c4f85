/**
 * Reads the body of a response, but at most `most` bytes, whatever length the server claims. Null when there are more.
 * Throws what `fetch` throws when the connection ends.
 */
export async function readAtMost(response: Response, most: number): Promise<Uint8Array<ArrayBuffer>[] | null> {
  const reader = response.body?.getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (let size = 0; reader !== undefined; ) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > most) {
      await reader.cancel();
      return null;
    }
    parts.push(value);
  }
  return parts;
}
