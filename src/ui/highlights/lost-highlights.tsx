import type { Highlight } from '../../model/highlight.ts';
import type { Translate } from '../../model/message-key.ts';

interface LostHighlightsProps {
  highlights: readonly Highlight[];
  translate: Translate;
}

/**
 * Lists the highlights that cannot be painted: notes on the whole page, and highlights whose text is no longer in the
 * article.
 */
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
