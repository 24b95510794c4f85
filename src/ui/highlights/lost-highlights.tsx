import type { Highlight } from '../../model/highlights/highlight.ts';
import type { Translate } from '../../model/message-key.ts';

interface LostHighlightsProps {
  highlights: readonly Highlight[];
  /** Language of the article that their words were in. */
  lang: string | null;
  translate: Translate;
}

/**
 * Lists the highlights that cannot be painted: notes on the whole page, and highlights whose text is no longer in the
 * article.
 */
export function LostHighlights({ highlights, lang, translate }: LostHighlightsProps) {
  return (
    <>
      {listed(
        highlights.filter(({ exact }) => exact === ''),
        translate('highlightNote'),
        lang,
      )}
      {listed(
        highlights.filter(({ exact }) => exact !== ''),
        translate('highlightLost'),
        lang,
      )}
    </>
  );
}

const listed = (highlights: readonly Highlight[], heading: string, lang: string | null) =>
  highlights.length > 0 && (
    <section class="ui highlight-lost" aria-label={heading}>
      <p>{heading}</p>
      {highlights.map(({ id, exact, note }) => (
        <blockquote key={id} dir="auto">
          {exact && <p lang={lang ?? undefined}>{exact}</p>}
          {note && <p class="highlight-note">{note}</p>}
        </blockquote>
      ))}
    </section>
  );
