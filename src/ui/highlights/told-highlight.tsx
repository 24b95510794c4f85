import { useMemo } from 'preact/hooks';
import type { Highlight } from '../../model/highlight.ts';
import type { Translate } from '../../model/message-key.ts';
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
 * Tells those who hear the page what the colour in the text and the bar beside it show: that a passage is highlighted, in
 * which colour, and its note. It is always there: screen readers do not announce a region that comes with its text. Who
 * types a note hears the letters; the region would say all of it whenever it is kept, and has what it was before.
 */
export function ToldHighlight({ highlight, editing, translate }: ToldHighlightProps) {
  const note = useMemo(() => highlight?.note, [highlight?.id, editing || highlight?.note]);
  return (
    <p class="visually-hidden" role="status">
      {highlight && (
        <>
          {translate('listActionOn', translate('readerHighlight'), translate(COLOUR_NAMES[highlight.colour]))}{' '}
          <bdi>{shorten(highlight.exact)}</bdi> <bdi>{note}</bdi>
        </>
      )}
    </p>
  );
}

function shorten(text: string): string {
  const characters = Array.from(text);
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}…` : text;
}
