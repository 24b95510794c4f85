import type { Highlight } from '../../model/highlight.ts';
import type { Translate } from '../../model/message-key.ts';

interface LostHighlightsProps {
  highlights: readonly Highlight[];
  translate: Translate;
}

/** Highlights whose text is not in the article any more: kept, and listed here. */
export function LostHighlights({ highlights, translate }: LostHighlightsProps) {
  if (highlights.length === 0) return null;
  return (
    <section class="ui highlight-lost" aria-label={translate('highlightLost')}>
      <p>{translate('highlightLost')}</p>
      {highlights.map(({ id, exact, note }) => (
        <blockquote key={id} dir="auto">
          <p>{exact}</p>
          {note && <p class="highlight-note">{note}</p>}
        </blockquote>
      ))}
    </section>
  );
}
