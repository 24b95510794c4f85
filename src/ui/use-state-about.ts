import { useLayoutEffect, useState } from 'preact/hooks';

/**
 * A state and a function to set it, as `useState` gives them. It is the `initial` one again once it is `about` something
 * else, which is compared by identity. That is so before the paint: later, what was set since would be undone.
 */
export function useStateAbout<T>(about: unknown, initial: T) {
  const state = useState(() => initial);
  useLayoutEffect(() => state[1](() => initial), [about]);
  return state;
}
