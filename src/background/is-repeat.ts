/** Two presses within this time are one wish: a double press, or a held key. */
const REPEAT_MS = 350;

const lastPress = new Map<string, number>();

/**
 * Whether the same was asked a moment ago. Each press restarts that time, so that a held key stays one press. This
 * memory is lost when the worker ends, long after any double press.
 */
export function isRepeat(action: string, now: number = performance.now()): boolean {
  const before = lastPress.get(action);
  lastPress.set(action, now);
  return before !== undefined && now - before < REPEAT_MS;
}
