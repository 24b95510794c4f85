import { useLayoutEffect, useRef } from 'preact/hooks';
import { isTyping, type KeyName, matchKey } from '../../model/match-key.ts';
import { useActingKeys } from './letter-keys-context.ts';
import { LIST_KEYS, type ListAction } from './list-keys.ts';

/**
 * Runs the actions of `LIST_KEYS`. An action that is absent, or answers false, leaves the key to the browser (arrows
 * scroll an empty list). Typing in the search box and open dialogs are left alone.
 */
export function useListKeys(actions: Partial<Record<ListAction, () => boolean | undefined>>): void {
  const acts = useActingKeys();
  const latest = useRef({ actions, acts });
  latest.current = { actions, acts };
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTyping(event.target) || document.querySelector('dialog[open]')) return;
      const isPressed = (key: KeyName) => latest.current.acts(key) && matchKey(key, event);
      const binding = LIST_KEYS.find(({ keys }) => keys.some(isPressed));
      // Enter on a button or link is that button's own.
      if (!binding || (event.key === 'Enter' && (event.target as Element | null)?.closest?.('a, button'))) return;
      if (event.repeat && !binding.repeats) return;
      const run = latest.current.actions[binding.action];
      if (run && run() !== false) event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
