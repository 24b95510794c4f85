import { asRectoError } from '../../model/errors/as-recto-error.ts';
import {
  type ExtractionOutcome,
  type ReadOptions,
  type RectoExtraction,
  readAsPicked,
} from '../../model/extraction-outcome.ts';

/** Reads the page. A failure is an outcome, too, so that the overlay is never blank. */
async function read(extraction: RectoExtraction, options: ReadOptions): Promise<ExtractionOutcome> {
  try {
    return await extraction.read(options);
  } catch (thrown) {
    const { code, message } = asRectoError(thrown);
    return { ok: false, error: { code, message } };
  }
}

/**
 * Reads the page as the person picked, or as Recto chooses where nothing was picked or the page has no such block.
 * Begins before `block` is known: hardly any site has one.
 */
export async function readOutcome(
  extraction: RectoExtraction,
  force: boolean,
  block: Promise<string | null>,
): Promise<ExtractionOutcome> {
  const plain = read(extraction, { force });
  return readAsPicked((picked) => (picked.block ? read(extraction, { force, ...picked }) : plain), await block);
}
