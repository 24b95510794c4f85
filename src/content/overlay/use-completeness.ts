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
  /** Whether the person has asked for what is missing; undefined while it is not shown, null once they took it back. */
  const [isAsked, setAsked] = useState<boolean | null | undefined>(undefined);
  // Before the paint: what was found of another text of the page is nothing of this one.
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
    // What was taken back stays so, as when its copy is deleted and restored.
    showQuietly: () => setAsked((before) => (before === undefined ? false : before)),
    takeBack: () => setAsked(null),
    dismiss: () => {
      // What the person has had put in stays, as where a remembered choice put it there: only its line goes.
      setAsked((before) => before && false);
      setRest({ ...known, missing: shown, isWithheld: false });
    },
  };
}

/** Shows what is missing at once where the kept copy has it: the person chose so at the save. */
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
  // The same article came again: what the page showed was no part of it. Before the paint: later, it would end what
  // a press has begun.
  useLayoutEffect(() => setStep((before) => (before === 'waiting' ? 'nothing' : before)), [article]);
  // It gave more, or the page shows another.
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
