import type { Highlight } from '../../model/highlight.ts';
import type { Translate } from '../../model/message-key.ts';

interface LostHighlightsProps {
  highlights: readonly Highlight[];
  translate: Translate;
}

/** What cannot be painted, listed: notes on the whole page, and highlights whose text is not in the article any more. */
export function LostHighlights({ highlights, translate }: LostHighlightsProps) {
  return (
    <>
      {listed(
        highlights.filter(({ exact }) => exact === ''),
        translate('highlightNote'),
      )}
      {listed(
        highlights.filter(({ exact }) => exact !== ''),
        translate('highlightLost'),
      )}
    </>
  );
}

const listed = (highlights: readonly Highlight[], heading: string) =>
  highlights.length > 0 && (
    <section class="ui highlight-lost" aria-label={heading}>
      <p>{heading}</p>
      {highlights.map(({ id, exact, note }) => (
        <blockquote key={id} dir="auto">
          {exact && <p>{exact}</p>}
          {note && <p class="highlight-note">{note}</p>}
        </blockquote>
      ))}
    </section>
  );
