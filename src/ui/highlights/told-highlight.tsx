import { useMemo } from 'preact/hooks';
import type { Highlight } from '../../model/highlights/highlight.ts';
import type { Translate } from '../../model/message-key.ts';
import { shorten } from '../../model/text/shorten.ts';
import { COLOUR_NAMES } from './highlight-bar.tsx';

interface ToldHighlightProps {
  /** The highlight that the keys are about; null for none. */
  highlight: Highlight | null;
  /** Its note is being typed. */
  editing: boolean;
  translate: Translate;
}

/** Longest passage that is told, in characters: it says which it is. */
const LONGEST = 80;

/**
 * Tells people who hear the page what others see: that a passage is highlighted, in which colour, and its note. The
 * region always exists, because screen readers do not announce one that appears together with its text. A person who
 * types a note hears the letters; the region would repeat all of it whenever it is stored, so it keeps what it had
 * before.
 */
export function ToldHighlight({ highlight, editing, translate }: ToldHighlightProps) {
  const note = useMemo(() => highlight?.note, [highlight?.id, editing || highlight?.note]);
  return (
    <p class="visually-hidden" role="status">
      {highlight && (
        <>
          {translate('listActionOn', translate('readerHighlight'), translate(COLOUR_NAMES[highlight.colour]))}{' '}
          <bdi>{shorten(highlight.exact, LONGEST)}</bdi> <bdi>{note}</bdi>
        </>
      )}
    </p>
  );
}
