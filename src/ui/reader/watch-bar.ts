/** Scrolling less than this, in px, is a finger resting, not a wish. */
const SLACK = 6;
/** The pointer this near to the top edge, in px, asks for the bar. */
const NEAR = 56;

/** What has happened, as far as the bar is concerned. */
export type BarEvent =
  | { kind: 'scroll'; top: number; atEnd: boolean }
  | { kind: 'pointer'; y: number }
  | { kind: 'focus'; inside: boolean }
  | { kind: 'news' };

export interface BarState {
  shown: boolean;
  /** Scroll position at the last event that counted. */
  top: number;
  focused: boolean;
}

/** How the bar begins: seen, at the top. */
export const BAR_SHOWN: BarState = { shown: true, top: 0, focused: false };

/**
 * The quiet bar: it leaves on scrolling down and comes back on scrolling up, at either end of the article, on pointer
 * rest near the top edge, on focus, and when there is something to say.
 */
export function nextBarState(state: BarState, event: BarEvent): BarState {
  if (event.kind === 'focus') return { ...state, focused: event.inside, shown: event.inside || state.shown };
  if (event.kind === 'news') return { ...state, shown: true };
  if (event.kind === 'pointer') return event.y <= NEAR && !state.shown ? { ...state, shown: true } : state;
  const moved = event.top - state.top;
  if (event.top <= SLACK || event.atEnd) return { ...state, top: event.top, shown: true };
  if (Math.abs(moved) < SLACK) return state;
  return { ...state, top: event.top, shown: moved < 0 || state.focused };
}
