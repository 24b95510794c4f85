import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Article } from '../../model/article.ts';
import type { SavedMetadata } from '../../model/saved-article.ts';
import type { PageRest } from '../../ui/parts/completeness.ts';
import type { LoadPart } from '../../ui/parts/load-part.ts';
import type { PagesNews } from '../../ui/parts/offer-pages.ts';
import type { ReaderSurfaceParts } from '../../ui/reader/reader-surface.ts';

export interface Completeness extends PageRest {
  /** The article to show: as it was read, or with what the person had put in. */
  article: Article;
  /** The page has been compared. */
  isKnown: boolean;
  isShown: boolean;
  /** The beginning of the first paragraph that the person has asked for. */
  arriveAt: string | null;
  show: () => void;
  /** Shows it without going there. */
  showQuietly: () => void;
  takeBack: () => void;
  /** Says no more about it. */
  dismiss: () => void;
}

/** The longest that the check waits for the page to be idle. */
const PATIENCE_MS = 2_000;

/** What is known of a page that could not be compared. */
const NOTHING: PageRest = { missing: null, isPartial: false, isWithheld: false, offerPages: null };

/** Compares the article with the page below, once it stands and nothing else is to be done. */
export function useCompleteness(read: Article, { loadPart, toFragment }: ReaderSurfaceParts): Completeness {
  const [rest, setRest] = useState<PageRest | null>(null);
  /**
   * Whether the person has asked for the missing paragraphs. True when asked here; false when they are shown because the
   * kept copy has them (`showQuietly`). Without either they are not shown: undefined at first, null after the person
   * took them back.
   */
  const [isAsked, setAsked] = useState<boolean | null | undefined>(undefined);
  // Before the paint: what was found about another text of the page does not apply to this one.
  useLayoutEffect(() => {
    setRest(null);
    setAsked(undefined);
  }, [read.contentHash]);
  useEffect(() => {
    let ended = false;
    // A failed check is not reported: the article is there.
    const idle = requestIdleCallback(
      () =>
        void loadPart('completeness')
          .then((part) => (ended ? NOTHING : part.check(document, read, toFragment)))
          .catch(() => NOTHING)
          .then((found) => ended || setRest(found)),
      { timeout: PATIENCE_MS },
    );
    return () => {
      ended = true;
      cancelIdleCallback(idle);
    };
  }, [read]);
  const known = rest ?? NOTHING;
  const isShown = isAsked != null;
  const shown = isShown ? known.missing : null;
  return {
    ...known,
    article: shown?.complete ?? read,
    isKnown: rest !== null,
    isShown,
    arriveAt: (isAsked && shown?.first) || null,
    show: () => setAsked(true),
    // If the person has taken them back, it stays so, for example when the copy is deleted and restored.
    showQuietly: () => setAsked((before) => (before === undefined ? false : before)),
    takeBack: () => setAsked(null),
    dismiss: () => {
      // What the person asked to be shown stays, even if a remembered choice showed it; only its line goes.
      setAsked((before) => before && false);
      setRest({ ...known, missing: shown, isWithheld: false });
    },
  };
}

/** Shows the missing paragraphs at once if the kept copy has them, because the person chose so when saving it. */
export function useRememberedChoice(
  { missing, showQuietly }: Completeness,
  saved: SavedMetadata | null | undefined,
): void {
  const isKept = missing !== null && saved?.contentHash === missing.complete.contentHash;
  useEffect(() => {
    if (isKept) showQuietly();
  }, [isKept]);
}

export interface Pages extends Pick<PagesNews, 'notice'> {
  /** The article to show: as it was read, or with the pages that the person had joined. */
  article: Article;
}

const NONE: PagesNews = { notice: null, extend: null };

/** Joins the further pages of an article when the person asks for it. */
export function usePages({ article, offerPages }: Completeness, parts: ReaderSurfaceParts): Pages {
  const [{ notice, extend }, show] = useState(NONE);
  useEffect(() => {
    show(NONE);
    return offerPages?.(parts, show);
  }, [offerPages]);
  return { notice, article: useMemo(() => extend?.(article) ?? article, [extend, article]) };
}

export interface ShowAll {
  /** What to say: the page has a button for the rest; it was pressed; it gave nothing more. Null for nothing. */
  step: 'offered' | 'waiting' | 'nothing' | null;
  press: () => void;
  /** Says no more about it. */
  dismiss: () => void;
}

/** Presses the page's own button for the rest of the article when the person asks for it, and has the page read again. */
export function useShowAll(isPartial: boolean, article: Article, loadPart: LoadPart, readAgain: () => void): ShowAll {
  const [step, setStep] = useState<'waiting' | 'nothing' | 'dismissed' | null>(null);
  const end = useRef(new AbortController());
  useEffect(() => () => end.current.abort(), []);
  // The article came back unchanged, so what the page showed was not part of it. Before the paint: later it would
  // cancel a press made meanwhile.
  useLayoutEffect(() => setStep((before) => (before === 'waiting' ? 'nothing' : before)), [article]);
  // There was more, or the page now shows another text.
  useLayoutEffect(() => setStep(null), [article.contentHash]);
  const press = async () => {
    const { signal } = end.current;
    setStep('waiting');
    const { showAll } = await loadPart('completeness');
    const isMore = await showAll(document, article, signal);
    if (signal.aborted) return;
    if (isMore) readAgain();
    else setStep('nothing');
  };
  return {
    step: step === 'dismissed' ? null : (step ?? (isPartial ? 'offered' : null)),
    press: () => void press().catch(() => setStep('nothing')),
    dismiss: () => setStep('dismissed'),
  };
}
