import type { JSX, RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { useWords } from '../words-context.ts';

interface SearchBoxProps {
  /** Says how a search can be narrowed, while nothing has been typed. */
  hint: boolean;
  inputRef: RefObject<HTMLInputElement | null>;
  text: string;
  onText(text: string): void;
  /** Arrow down: into the results. */
  onDown(): void;
  /** Enter: the first result. */
  onEnter(): void;
  /** Esc where nothing is searched for; absent in the popup, which the browser closes then. */
  onLeave: (() => void) | undefined;
}

/** Search over titles, sites and texts. What an input method is still composing is not searched for. */
export function SearchBox({ hint, inputRef, text, onText, onDown, onEnter, onLeave }: SearchBoxProps): JSX.Element {
  const { t } = useWords();
  // The text that an input method is composing. The field keeps it, whatever else is drawn meanwhile.
  const [draft, setDraft] = useState<string | null>(null);
  const shown = draft ?? text;
  return (
    <search class="search">
      <input
        ref={inputRef}
        type="search"
        value={shown}
        placeholder={t('listSearch')}
        aria-label={t('listSearch')}
        aria-keyshortcuts="/"
        autocomplete="off"
        spellcheck={false}
        dir={shown === '' ? undefined : 'auto'}
        onCompositionEnd={({ currentTarget }) => {
          setDraft(null);
          onText(currentTarget.value);
        }}
        onInput={(event) => (event.isComposing ? setDraft : onText)(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.isComposing) return;
          if (event.key === 'ArrowDown') {
            event.preventDefault();
            onDown();
          } else if (event.key === 'Enter') {
            // In Firefox the same key press would follow the link that has just got the focus.
            event.preventDefault();
            onEnter();
          } else if (event.key === 'Escape' && (text || event.repeat)) {
            // Esc would close a popup. The first one only clears the search, however long it is held.
            event.preventDefault();
            event.stopPropagation();
            onText('');
          } else if (event.key === 'Escape') onLeave?.();
        }}
      />
      {hint && shown === '' && <p class="search-hint">{t('listSearchHint')}</p>}
    </search>
  );
}
