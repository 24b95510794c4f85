import type { Highlight } from '../../model/highlight.ts';
import type { MessageKey, Translate } from '../../model/message-key.ts';

interface LostHighlightsProps {
  highlights: readonly Highlight[];
  translate: Translate;
}

/** Highlights that have no place in the article: notes about the whole of it, and those whose text is not in it any more. */
export function LostHighlights({ highlights, translate }: LostHighlightsProps) {
  const part = (label: MessageKey, found: readonly Highlight[]) =>
    found.length > 0 && (
      <section key={label} class="ui highlight-lost" aria-label={translate(label)}>
        <p>{translate(label)}</p>
        {found.map(({ id, exact, note }) => (
          <blockquote key={id} dir="auto">
            {exact && <p>{exact}</p>}
            {note && <p class="highlight-note">{note}</p>}
          </blockquote>
        ))}
      </section>
    );
  return (
    <>
      {part(
        'highlightNote',
        highlights.filter(({ exact }) => exact === ''),
      )}
      {part(
        'highlightLost',
        highlights.filter(({ exact }) => exact !== ''),
      )}
    </>
  );
}
