import type { ExtractionOutcome, ReadOptions, RectoExtraction } from '../model/extraction-outcome.ts';
import { parseExtractionOutcome } from '../model/parse-extraction-outcome.ts';
import { RectoError } from '../model/recto-error.ts';
import { explainFailure } from './explain-failure.ts';
import { EXTRACT_SCRIPT } from './injected-scripts.ts';
import { callInPage, injectFiles } from './run-in-page.ts';
import { withinDeadline } from './within-deadline.ts';

/** A page that has not answered by then is busy with itself; the passes of the extraction share a shorter deadline. */
const DEADLINE_MS = 5000;

/**
 * Reads the article of the page in a tab. Needs the tab's `activeTab` grant: the person pressed the icon, a key or a menu
 * item there. Never throws: every failure comes back as an outcome with its code.
 */
export async function readPage(tabId: number, options: ReadOptions = {}): Promise<ExtractionOutcome> {
  try {
    return await withinDeadline(injectAndRead(tabId, options), DEADLINE_MS);
  } catch (thrown) {
    const { code, message } = await explainFailure(tabId, thrown);
    return { ok: false, error: { code, message } };
  }
}

async function injectAndRead(tabId: number, options: ReadOptions): Promise<ExtractionOutcome> {
  await injectFiles(tabId, [EXTRACT_SCRIPT]);
  const outcome = parseExtractionOutcome(
    await callInPage(
      tabId,
      (wanted: ReadOptions) =>
        (globalThis as typeof globalThis & { rectoExtraction?: RectoExtraction }).rectoExtraction?.read(wanted),
      options,
    ),
  );
  if (outcome === null) throw new RectoError('unreadable', 'the extraction script gave no outcome');
  return outcome;
}
