import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Incompleteness } from '../../extraction/completeness/add-missing.ts';
import type { Article } from '../../model/article.ts';
import type { SavedMetadata } from '../../model/saved-article.ts';
import type { LoadPart } from '../../ui/parts/load-part.ts';
import type { OfferPages, PagesNews } from '../../ui/parts/offer-pages.ts';
import type { ReaderSurfaceParts } from '../../ui/reader/reader-surface.ts';

export interface Completeness {
  /** The article to show: as it was read, or with what the person had put in. */
  article: Article;
  /** What the page shows beside it; null for nothing, or until known. */
  found: Incompleteness | null;
  /** The page keeps the rest of the article behind a button of its own. */
  isPartial: boolean;
  /** The page keeps the rest of the article for subscribers. */
  isWithheld: boolean;
  /** The pages that the article goes on in; null where it is whole. */
  offerPages: OfferPages | null;
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

/** How long the page may keep the check waiting for an idle moment, in milliseconds. */
const PATIENCE = 2_000;

/** Compares the article with the page below, once it stands and nothing else is to be done. */
export function useCompleteness(read: Article, { loadPart, toFragment }: ReaderSurfaceParts): Completeness {
  const [found, setFound] = useState<Incompleteness | null>(null);
  const [isPartial, setPartial] = useState(false);
  const [isWithheld, setWithheld] = useState(false);
  const [offerPages, setOffer] = useState<OfferPages | null>(null);
  const [isKnown, setKnown] = useState(false);
  const [isShown, setShown] = useState(false);
  const [isAsked, setAsked] = useState(false);
  useEffect(() => {
    let ended = false;
    const check = async () => {
      const part = await loadPart('completeness');
      const rest = ended ? null : await part.check(document, read, toFragment);
      if (ended) return;
      setFound(rest?.missing ?? null);
      setPartial(rest?.isPartial ?? false);
      setWithheld(rest?.isWithheld ?? false);
      setOffer(() => rest?.offerPages ?? null);
    };
    // A failed check is not reported: the article is there.
    const idle = requestIdleCallback(
      () =>
        void check()
          .catch(() => undefined)
          .then(() => ended || setKnown(true)),
      { timeout: PATIENCE },
    );
    return () => {
      ended = true;
      cancelIdleCallback(idle);
    };
  }, [read]);
  return {
    article: isShown && found ? found.complete : read,
    found,
    isPartial,
    isWithheld,
    offerPages,
    isKnown,
    isShown,
    arriveAt: isShown && isAsked && found ? found.first : null,
    show: () => {
      setAsked(true);
      setShown(true);
    },
    showQuietly: () => setShown(true),
    takeBack: () => setShown(false),
    dismiss: () => {
      setFound(null);
      setWithheld(false);
    },
  };
}

/** Shows what is missing at once where the kept copy has it: the person chose so at the save. */
export function useRememberedChoice(
  { found, showQuietly }: Completeness,
  saved: SavedMetadata | null | undefined,
): void {
  const isKept = found !== null && saved?.contentHash === found.complete.contentHash;
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
