import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { highlightsToMarkdown } from '../exporting/highlights-to-markdown.ts';
import { RectoError } from '../model/errors/recto-error.ts';
import type { HighlightedArticle } from '../model/highlights/highlight.ts';
import type { LibraryReader } from '../model/library.ts';
import { isolateName } from '../model/text/isolate-name.ts';
import { readerAddress } from '../platform/own-pages.ts';
import { ErrorNotice } from '../ui/list/error-notice.tsx';
import { useActingKeys } from '../ui/list/letter-keys-context.ts';
import { TryAgain } from '../ui/list/list-foot.tsx';
import { useListKeys } from '../ui/list/list-keys.tsx';
import { useWords } from '../ui/list/words-context.ts';
import { useStored } from './use-stored.ts';

interface HighlightsSectionProps {
  library: LibraryReader;
  /** Something else is shown above it, and its keys rest. */
  resting: boolean;
}

/** Every highlight with its note, by article; searched as typed, and copied as Markdown. */
export function HighlightsSection({ library, resting }: HighlightsSectionProps): JSX.Element {
  const { t, dir } = useWords();
  const acts = useActingKeys();
  const { value: all, unread, readAgain } = useStored(() => library.allHighlights(), library.watch, library);
  /** Why they could not be copied. */
  const [error, setError] = useState<RectoError | null>(null);
  const [text, setText] = useState('');
  const [copied, setCopied] = useState(false);
  // What an input method is still composing is not searched for.
  const [draft, setDraft] = useState<string | null>(null);
  const search = (typed: string) => {
    setText(typed);
    // What was copied is no longer what is shown.
    setCopied(false);
  };
  const found = all ? filterHighlights(all, text) : [];
  const copy = () => {
    setCopied(false);
    setError(null);
    void navigator.clipboard.writeText(highlightsToMarkdown(found)).then(
      () => setCopied(true),
      (thrown) => setError(new RectoError('copy-refused', String(thrown))),
    );
  };
  const input = useRef<HTMLInputElement>(null);
  const focusInput = () => {
    input.current?.focus();
    input.current?.select();
    return true;
  };
  useListKeys(resting ? {} : { search: focusInput });
  const foundNothing = all !== null && all.length > 0 && found.length === 0;
  return (
    <section class="highlights ui" tabIndex={-1}>
      <div class="highlights-tools">
        <div class="search">
          <input
            ref={input}
            type="search"
            aria-keyshortcuts="/"
            aria-label={t('highlightsSearch')}
            placeholder={t('highlightsSearch')}
            value={draft ?? text}
            onCompositionEnd={({ currentTarget }) => {
              setDraft(null);
              search(currentTarget.value);
            }}
            onInput={(event) => (event.isComposing ? setDraft : search)(event.currentTarget.value)}
          />
        </div>
        {all?.length !== 0 && (
          <button type="button" class="link-button" disabled={found.length === 0} onClick={copy}>
            {t('highlightsCopy')}
          </button>
        )}
        <span role="status">
          {foundNothing ? t('listFoundNothing', isolateName(text.trim(), dir)) : copied && t('highlightsCopied')}
        </span>
      </div>
      {error ? <ErrorNotice error={error} /> : <TryAgain error={unread} onPress={readAgain} />}
      {all?.length === 0 && (
        <div class="empty">
          <p class="empty-title">{t('highlightsEmpty')}</p>
          <p>{t(acts('h') ? 'highlightsEmptyHow' : 'highlightsEmptyHowNoKey')}</p>
        </div>
      )}
      {found.map(({ metadata, highlights }) => (
        <article key={metadata.id}>
          <h2>
            <bdi lang={metadata.lang ?? undefined}>{metadata.title}</bdi>
          </h2>
          {highlights.map(({ id, exact, note, colour }) => (
            <blockquote key={id} data-colour={colour} dir="auto" lang={metadata.lang ?? undefined}>
              <a href={readerAddress(metadata.id, metadata.url, ...(exact ? [id] : []))}>{exact || note}</a>
              {exact && note && <p>{note}</p>}
            </blockquote>
          ))}
        </article>
      ))}
    </section>
  );
}

/** Highlights whose text, note or article's title holds what was typed. */
export function filterHighlights(all: readonly HighlightedArticle[], text: string): HighlightedArticle[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [...all];
  const holds = (value: string) => value.toLowerCase().includes(wanted);
  return all.flatMap(({ metadata, highlights }) => {
    const own = holds(metadata.title)
      ? highlights
      : highlights.filter(({ exact, note }) => holds(exact) || holds(note));
    return own.length > 0 ? [{ metadata, highlights: own }] : [];
  });
}
