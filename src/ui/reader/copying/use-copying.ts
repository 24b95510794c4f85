import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { readSelection } from '../../../highlighting/read-selection.ts';
import type { Article } from '../../../model/article.ts';
import type { HiddenBlock } from '../../../model/hidden-blocks.ts';
import { latestOnly } from '../../../model/latest-only.ts';
import type { MessageKey } from '../../../model/message-key.ts';
import type { PartFunctions } from '../../parts/load-part.ts';
import type { ReaderSurfaceParts } from '../reader-surface.ts';
import type { Standing } from '../standing.ts';
import { copyFormulas, linesOf } from './copy-formulas.ts';

/** How long the outcome is shown. */
const SAID_MS = 4_000;

interface Copying {
  /** Copies what is selected, or the whole article, as Markdown with a line that names its source. */
  copyMarkdown: () => void;
  /** Copies the address of the article's page with the selected passage in it, or of the page alone. */
  copyLink: () => void;
  /** What to say about the last copying; null for nothing. */
  said: MessageKey | null;
  /** Says in the same place that something else was done. */
  say: (what: MessageKey) => void;
}

/** What is said for a while, and how to say something. */
function useSaid() {
  const [said, setSaid] = useState<MessageKey | null>(null);
  const timer = useRef(0);
  const say = (what: MessageKey) => {
    // A region whose text stays the same is not read again.
    setSaid(null);
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => {
      setSaid(what);
      timer.current = window.setTimeout(() => setSaid(null), SAID_MS);
    });
  };
  return [said, say] as const;
}

/** Loads the code for copying and does something with it. `fail` is called when that was not possible. */
function useCopyingPart({ loadPart }: ReaderSurfaceParts, fail: () => void) {
  const part = useRef<PartFunctions['copying'] | null>(null);
  const load = async () => {
    part.current ??= await loadPart('copying');
    return part.current;
  };
  /** Works in the same turn as the press if the part is loaded: later, browsers refuse the copy command. */
  const withPart = (work: (copying: PartFunctions['copying']) => Promise<void>) =>
    void (part.current ? work(part.current) : load().then(work)).catch(fail);
  return [load, withPart] as const;
}

/** Copying from the article: as Markdown, code by its button, formulas as TeX. */
export function useCopying(
  stands: Standing | null,
  article: Article,
  parts: ReaderSurfaceParts,
  hidden: readonly HiddenBlock[] = [],
): Copying {
  const [said, say] = useSaid();
  // A long article takes time, and so does loading the code. What was copied meanwhile stays in the clipboard.
  const [begin] = useState(latestOnly);
  const fail = () => say('readerCopyFailed');
  const [load, withPart] = useCopyingPart(parts, fail);
  const copy = (text: string, done: MessageKey) => {
    begin();
    const clipboard: Clipboard | undefined = navigator.clipboard;
    const tell = () => say(done);
    if (clipboard) void clipboard.writeText(text).then(tell, fail);
    // A page without encryption has no clipboard API. The part was loaded together with the text.
    else withPart(({ copyText }) => copyText(text, parts.scroller).then(tell));
  };

  // Before the paint, because the button of a listing may be pressed as soon as it is visible.
  useLayoutEffect(() => {
    if (!stands) return;
    const stop = new AbortController();
    const byBrowser = (event: ClipboardEvent) => {
      begin();
      copyFormulas(event, stands.body);
    };
    parts.listenCopy(byBrowser, stop.signal);
    const press = (event: Event) => {
      const button = event.target instanceof Element ? event.target.closest('.copy-code') : null;
      const pre = button?.parentElement?.querySelector('pre');
      if (event.isTrusted && pre?.textContent) copy(linesOf(pre), 'readerCodeCopied');
    };
    stands.body.addEventListener('click', press, { signal: stop.signal });
    // A message about an earlier text disappears when its time is over.
    return () => stop.abort();
  }, [stands]);
  useEffect(() => {
    // Without a clipboard API the part has to be there when copying is pressed; if it is missing, the press says so.
    if (stands && !navigator.clipboard) load().catch(() => undefined);
  }, [stands]);

  const select = () => stands && readSelection(stands.body);
  const copyMarkdown = () => {
    const selected = select();
    const isLatest = begin();
    withPart((part) =>
      part.copyMarkdown({ article, selected, hidden, parts }, (text) => {
        if (isLatest()) copy(text, selected ? 'readerSelectionCopied' : 'readerArticleCopied');
      }),
    );
  };
  const copyLink = () => {
    const selected = select();
    if (!selected || !stands) return copy(article.url, 'readerLinkCopied');
    const isLatest = begin();
    withPart(async ({ linkToPassage }) => {
      if (!isLatest()) return;
      const address = linkToPassage(article, stands.body, selected);
      copy(address ?? article.url, address ? 'readerPassageLinkCopied' : 'readerLinkCopied');
    });
  };
  return { copyMarkdown, copyLink, said, say };
}
