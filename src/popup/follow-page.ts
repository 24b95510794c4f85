import { normaliseUrl } from '../model/address/normalise-url.ts';
import type { Article } from '../model/article.ts';
import type { ErrorCode } from '../model/errors/error-code.ts';
import type { ExtractionOutcome, ReadOptions } from '../model/extraction-outcome.ts';
import { latestOnly } from '../model/latest-only.ts';

/** Address and title of the tab, null where the browser withholds them. */
interface Place {
  url: string | null;
  title: string | null;
}

/** The tab's page as the popup knows it. */
export type PageState = Place &
  ({ kind: 'reading'; slow: boolean } | { kind: 'article'; article: Article } | { kind: 'failed'; code: ErrorCode });

export interface PageSource {
  /** Reads the page in the tab. */
  read(options: ReadOptions): Promise<ExtractionOutcome>;
  /** Where the tab is now; null when it is gone. */
  whereabouts(): Promise<Place | null>;
  /** Whether the tab's page is still coming. */
  isLoading(): Promise<boolean>;
  /** Calls back when the tab may have gone elsewhere. */
  watch(onMoved: () => void, signal: AbortSignal): void;
}

export interface FollowedPage {
  /** "Show anyway" and "Try again". */
  readAgain(options?: ReadOptions): void;
}

/** Waiting is shown only after this time, or it would merely flash. */
export const SLOW_MS = 150;
/** How long a page may go on showing the text of its earlier address: single-page sites change the address first. */
export const STALE_DEADLINE_MS = 5000;
const STALE_RETRY_MS = 150;

/**
 * Reads the page and binds the result to the tab's address: as soon as the tab is elsewhere the article is dropped and
 * the new page is read. Text that is still the earlier page's is read again until it changes. A page that was read at
 * the start is not read again.
 */
export function followPage(
  source: PageSource,
  start: PageState,
  onState: (state: PageState) => void,
  signal: AbortSignal,
): FollowedPage {
  let place: Place = { url: start.url, title: start.title };
  const begin = latestOnly(signal);
  let shown = start.kind === 'article' ? start.article : null;
  /** The article of the previous address. Its text must not be taken for that of the new page. */
  let former: Article | null = null;
  /** What the person asked for about the present page. */
  let wanted: ReadOptions = {};
  let hasMoved = false;

  const readPage = async (options = wanted, isLatest = begin()) => {
    const emit = (state: PageState) => isLatest() && onState(state);
    emit({ ...place, kind: 'reading', slow: false });
    const slow = setTimeout(() => emit({ ...place, kind: 'reading', slow: true }), SLOW_MS);
    const outcome = await readWhile(source, options, (read) => isSameText(read, former), isLatest);
    clearTimeout(slow);
    if (!isLatest()) return;
    if (isSameText(outcome, former)) return emit({ ...place, kind: 'failed', code: 'page-moved' });
    if (!outcome.ok) return tellFailure(source, { code: outcome.error.code, place, hasMoved }, emit);
    const at = await learnPlace(source, place, outcome.article);
    if (!isLatest()) return;
    place = at;
    shown = outcome.article;
    former = null;
    emit({ ...place, kind: 'article', article: outcome.article });
  };

  /**
   * Shows what was read while the tab moved on. It is the page of the present address, although the popup knew the
   * earlier one. A single-page site may change its address before its text; the text that follows is shown when it is
   * there.
   */
  const showEarly = async (early: Article) => {
    const isLatest = begin();
    former = null;
    onState({ ...place, kind: 'article', article: early });
    const outcome = await readWhile(source, wanted, (read) => !read.ok || isSameText(read, early), isLatest);
    if (!isLatest() || !outcome.ok || isSameText(outcome, early)) return;
    shown = outcome.article;
    onState({ ...place, kind: 'article', article: outcome.article });
  };

  const look = async () => {
    hasMoved = true;
    const next = await source.whereabouts();
    const stays = isSamePlace(place, next);
    if (signal.aborted || (stays && shown)) return;
    const early = shown;
    place = next ?? place;
    if (!stays) wanted = {};
    if (early && isSamePlace(early, next)) return showEarly(early);
    former = early ?? former;
    shown = null;
    await readPage();
  };
  source.watch(look, signal);
  const isFirst = begin();
  if (shown === null) void readPage(wanted, isFirst);
  // The tab may have moved on unnoticed since the popup asked for it.
  void source.whereabouts().then((now) => {
    if (now && isFirst() && now.url !== place.url) void look();
  });
  return {
    readAgain: (options = {}) => {
      // A person who has waited and asks again gets what is there: a page may have the same text at two addresses.
      former = null;
      // A page that is still loading is read again, and "Show anyway" holds for that too.
      wanted = options;
      void readPage();
    },
  };
}

/** The codes with which Chromium and Firefox refuse a page that Recto may not see. */
const REFUSALS: readonly ErrorCode[] = ['withheld', 'unreadable'];

/**
 * Says why there is no article.
 *
 * The permission to see a tab (`activeTab`) ends when the tab goes to another site, and in Firefox when it loads any
 * page, even the same one, or when the icon was pressed before the page had loaded. The page is then closed to Recto
 * until the next press, but not for good. While a page is loading, nothing can be said about what the tab shows.
 */
async function tellFailure(
  source: PageSource,
  { code, place, hasMoved }: { code: ErrorCode; place: Place; hasMoved: boolean },
  emit: (state: PageState) => void,
): Promise<void> {
  const isRefused = place.url === null && REFUSALS.includes(code);
  if (isRefused && (await source.isLoading())) {
    emit({ ...place, kind: 'reading', slow: true });
    await new Promise((resolve) => setTimeout(resolve, STALE_DEADLINE_MS));
  }
  emit({ ...place, kind: 'failed', code: isRefused && hasMoved ? 'left-site' : code });
}

/**
 * Where the tab is, asked once its article was read. The browser may grant access a moment after the press (see
 * `whenGranted`) and hides the address until then; without the address, what is kept of the page would not be found.
 */
async function learnPlace(source: PageSource, known: Place, read: Article): Promise<Place> {
  if (known.url !== null) return known;
  const now = await source.whereabouts();
  return now && isSamePlace(read, now) ? now : known;
}

/** Reads the page again, for a limited time, while it does not yet show what it will. */
async function readWhile(
  source: PageSource,
  options: ReadOptions,
  isPassing: (outcome: ExtractionOutcome) => boolean,
  isLatest: () => boolean,
): Promise<ExtractionOutcome> {
  const deadline = Date.now() + STALE_DEADLINE_MS;
  let outcome = await source.read(options);
  while (isPassing(outcome) && isLatest() && Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, STALE_RETRY_MS));
    outcome = await source.read(options);
  }
  return outcome;
}

/** An address that the browser withholds counts as a different one: the grant ends when the tab leaves the site. */
const isSamePlace = (a: { url: string | null }, b: { url: string | null } | null): boolean =>
  a.url !== null && b !== null && b.url !== null && normaliseUrl(a.url) === normaliseUrl(b.url);

const isSameText = (outcome: ExtractionOutcome, known: Article | null): boolean =>
  outcome.ok && known !== null && outcome.article.contentHash === known.contentHash;
