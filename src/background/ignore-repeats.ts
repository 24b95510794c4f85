/** Two presses within this time are one wish: a double press, or a key that is held down. */
const REPEAT_MS = 350;

const lastPress = new Map<string, number>();

/**
 * Whether the same thing was asked a moment ago. Each press moves the moment, so a held key stays one press. Lost with
 * the worker, which lives far longer than a double press.
 */
export function isRepeat(action: string, now: number = performance.now()): boolean {
  const before = lastPress.get(action);
  lastPress.set(action, now);
  return before !== undefined && now - before < REPEAT_MS;
}
