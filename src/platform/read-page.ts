import { RectoError } from '../model/errors/recto-error.ts';
import { type ExtractionOutcome, parseExtractionOutcome, type ReadOptions } from '../model/extraction-outcome.ts';
import { activeTab, type TabInfo, tabInfo } from './active-tab.ts';
import { EXTRACT_SCRIPT, READ_NOW_SCRIPT } from './injected-scripts.ts';
import { BUSY_MS, callInPage, explainFailure, frameResult, injectFiles } from './run-in-page.ts';
import { withinDeadline } from './within-deadline.ts';

/**
 * Reads the article of the page in a tab. Needs the tab's `activeTab` grant, which the person gives by pressing the
 * icon, a key or a menu item there. While full view shows an article of the page, gives that one, with what the person
 * added. `early` is a reading without options that has already begun (see early-reading.ts). Never throws: every
 * failure is an outcome with its code.
 */
export function readPage(
  tabId: number,
  options: ReadOptions = {},
  early: Promise<unknown> | null = null,
): Promise<ExtractionOutcome> {
  return answerOf(tabId, readAsShown(tabId, options, early));
}

/** The same for the page itself, whatever full view shows of it. */
export const readAnew = (tabId: number, options: ReadOptions): Promise<ExtractionOutcome> =>
  answerOf(tabId, readWith(tabId, options, readInPage));

async function readAsShown(tabId: number, options: ReadOptions, early: Promise<unknown> | null): Promise<unknown> {
  const begun = early && parseExtractionOutcome(await resultOf(early));
  if (begun) return begun;
  const isPlain = Object.keys(options).length === 0;
  return isPlain ? injectFiles(tabId, [EXTRACT_SCRIPT, READ_NOW_SCRIPT]) : readWith(tabId, options, takeShown);
}

async function answerOf(tabId: number, reading: Promise<unknown>): Promise<ExtractionOutcome> {
  try {
    const outcome = parseExtractionOutcome(await withinDeadline(reading, BUSY_MS));
    if (outcome === null) throw new RectoError('unreadable', 'the extraction script gave no outcome');
    return outcome;
  } catch (thrown) {
    const { code, message } = await explainFailure(tabId, thrown);
    return { ok: false, error: { code, message } };
  }
}

/**
 * A reading that began before access was granted, or that was refused, is repeated in the usual way, which explains
 * failures.
 */
const resultOf = (early: Promise<unknown>): Promise<unknown> => early.then(frameResult).catch(() => null);

async function readWith(
  tabId: number,
  options: ReadOptions,
  read: (options: ReadOptions) => unknown,
): Promise<unknown> {
  await injectFiles(tabId, [EXTRACT_SCRIPT]);
  return callInPage(tabId, read, options);
}

/** Runs in the page. */
const readInPage = (options: ReadOptions): unknown => globalThis.rectoExtract?.read(options);

/** Runs in the page, as read-now.js does for a reading without options. */
const takeShown = (options: ReadOptions): unknown =>
  globalThis.rectoOverlay?.shown?.() ?? globalThis.rectoExtract?.read(options);

/** The tab the popup was opened on, and the reading of its page that has begun. */
export interface EarlyReading {
  tab: TabInfo | null;
  /** What `executeScript` gives for the page (`frameResult`); null where nothing was begun. */
  frames: Promise<unknown> | null;
}

/** Takes over what `early-reading.ts` began; asks for the tab itself where that script did not run. */
export async function takeEarlyReading(): Promise<EarlyReading> {
  const { rectoEarlyReading } = globalThis;
  const early = await rectoEarlyReading?.catch(() => null);
  if (early == null) return { tab: await activeTab(), frames: null };
  return { tab: tabInfo(early.tab ?? null), frames: early.frames };
}
