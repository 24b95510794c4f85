import { type ExtractionOutcome, parseExtractionOutcome, type ReadOptions } from '../model/extraction-outcome.ts';
import { RectoError } from '../model/recto-error.ts';
import { explainFailure } from './explain-failure.ts';
import { EXTRACT_SCRIPT, READ_NOW_SCRIPT } from './injected-scripts.ts';
import { callInPage, frameResult, injectFiles } from './run-in-page.ts';
import { withinDeadline } from './within-deadline.ts';

/** A page that has not answered by then is busy with itself; the passes of the extraction share a shorter deadline. */
const DEADLINE_MS = 5000;

/**
 * Reads the article of the page in a tab. Needs the tab's `activeTab` grant: the person pressed the icon, a key or a menu
 * item there. While full view shows an article of the page it gives that one, with what the person had put in. `early` is
 * what was begun already of a reading without options (see early-reading.ts). Never throws: every failure comes back as an
 * outcome with its code.
 */
export async function readPage(
  tabId: number,
  options: ReadOptions = {},
  early: Promise<unknown> | null = null,
): Promise<ExtractionOutcome> {
  try {
    return await withinDeadline(injectAndRead(tabId, options, early), DEADLINE_MS);
  } catch (thrown) {
    const { code, message } = await explainFailure(tabId, thrown);
    return { ok: false, error: { code, message } };
  }
}

async function injectAndRead(
  tabId: number,
  options: ReadOptions,
  early: Promise<unknown> | null,
): Promise<ExtractionOutcome> {
  const begun = early && parseExtractionOutcome(await resultOf(early));
  if (begun) return begun;
  const isPlain = Object.keys(options).length === 0;
  const answer = isPlain ? await injectFiles(tabId, [EXTRACT_SCRIPT, READ_NOW_SCRIPT]) : await readWith(tabId, options);
  const outcome = parseExtractionOutcome(answer);
  if (outcome === null) throw new RectoError('unreadable', 'the extraction script gave no outcome');
  return outcome;
}

/** What came too early to be granted, or was refused, is tried again in the usual way, which explains failures. */
const resultOf = (early: Promise<unknown>): Promise<unknown> => early.then(frameResult).catch(() => null);

async function readWith(tabId: number, options: ReadOptions): Promise<unknown> {
  await injectFiles(tabId, [EXTRACT_SCRIPT]);
  return callInPage(tabId, readInPage, options);
}

/** Runs in the page, as read-now.js does for a reading without options. */
function readInPage(options: ReadOptions): unknown {
  return globalThis.rectoOverlay?.shown?.() ?? globalThis.rectoExtraction?.read(options);
}
