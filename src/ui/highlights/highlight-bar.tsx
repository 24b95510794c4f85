import type { TargetedEvent } from 'preact';
import { HIGHLIGHT_COLOURS, type Highlight, type HighlightColour } from '../../model/highlights/highlight.ts';
import type { Translate } from '../../model/message-key.ts';
import { Button } from '../button.tsx';
import { NoteField } from './note-field.tsx';
import type { BarPlace } from './place-bar.ts';

/** What the colours are called. */
export const COLOUR_NAMES = {
  yellow: 'highlightYellow',
  green: 'highlightGreen',
  blue: 'highlightBlue',
  pink: 'highlightPink',
} as const;

interface HighlightBarProps {
  translate: Translate;
  place: BarPlace;
  /** The highlight it is about; null while text is only selected. */
  highlight: Highlight | null;
  letterKeys: boolean;
  /** The note is being typed. */
  editing: boolean;
  onColour: (colour: HighlightColour) => void;
  onHighlight: () => void;
  onNote: () => void;
  onWrite: (note: string, before: string) => void;
  onCopy: () => void;
  onRemove: () => void;
  /** Puts the bar away, by Esc or by Tab out of it, forwards or backwards. What was typed stays. */
  onLeave: (to: 'passage' | 'next' | 'previous') => void;
}

/** The small bar beside a passage. Pressing it leaves the selection as it is. */
export function HighlightBar(props: HighlightBarProps) {
  const { translate: t, place, highlight, letterKeys, editing } = props;
  const key = (letter: string) => (letterKeys ? letter : undefined);
  const keepSelection = (event: Event) => {
    if (!editing) event.preventDefault();
  };
  // While a note is typed no key belongs to the reader, and the bar stays, whatever is read next.
  const leave = (event: TargetedEvent<HTMLElement, KeyboardEvent>) => {
    const to = event.isComposing ? null : whereTo(event);
    if (!to) return;
    event.preventDefault();
    props.onLeave(to);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is laid out in its own way. No toolbar either: that is one stop of Tab, with arrow keys inside.
    <div
      class="ui highlight-bar"
      role="group"
      aria-label={t('highlightBar')}
      style={Object.fromEntries(Object.entries(place).map(([side, px]) => [side, `${px}px`]))}
      onMouseDown={keepSelection}
      onKeyDown={leave}
    >
      <div class="highlight-line">
        {highlight ? (
          HIGHLIGHT_COLOURS.map((colour) => (
            <button
              type="button"
              key={colour}
              class="highlight-colour"
              data-colour={colour}
              aria-label={t(COLOUR_NAMES[colour])}
              title={t(COLOUR_NAMES[colour])}
              aria-pressed={highlight.colour === colour}
              onClick={() => props.onColour(colour)}
            />
          ))
        ) : (
          <Button label={t('readerHighlight')} keyHint={key('H')} onPress={props.onHighlight} />
        )}
        <Button label={t('highlightNote')} keyHint={key('N')} onPress={props.onNote} />
        <Button label={t('highlightCopy')} onPress={props.onCopy} />
        {highlight && <Button label={t('highlightRemove')} keyHint={key('D')} onPress={props.onRemove} />}
      </div>
      {highlight && editing && <NoteField label={t('highlightNote')} note={highlight.note} onWrite={props.onWrite} />}
      {highlight && !editing && highlight.note !== '' && <p class="highlight-note">{highlight.note}</p>}
    </div>
  );
}

/**
 * Where a key leads out of the bar; null when it does not. The bar comes after everything else in the page, and Tab
 * would leave the page from there.
 */
function whereTo({ key, shiftKey, target, currentTarget }: TargetedEvent<HTMLElement, KeyboardEvent>) {
  if (key === 'Escape') return 'passage';
  const stops = [...currentTarget.querySelectorAll('button, textarea')];
  if (key !== 'Tab' || stops.at(shiftKey ? 0 : -1) !== target) return null;
  return shiftKey ? 'previous' : 'next';
}
