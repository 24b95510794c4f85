import type { ExtractionOutcome, ReadOptions } from './extraction-outcome.ts';

/**
 * Reads a page as the person picked on its site; as Recto does where nothing was picked, and where the page has no such block.
 * `read` is given what to read with beside its own options.
 */
export async function readAsPicked(
  read: (picked: Pick<ReadOptions, 'block'>) => ExtractionOutcome | Promise<ExtractionOutcome>,
  block: string | null,
): Promise<ExtractionOutcome> {
  const picked = block === null ? null : await read({ block });
  return picked?.ok ? picked : read({});
}
