import type { KeyPress } from './browser-driver.ts';

const MODIFIERS = ['Alt', 'Control', 'Meta', 'Shift'] as const;
type Modifier = (typeof MODIFIERS)[number];

/** Takes `Control+Shift+a` apart. The last part is the key, so `+` itself is written `Shift++`. */
export function splitKeyPress(press: KeyPress): { modifiers: Modifier[]; key: string } {
  const modifiers: Modifier[] = [];
  let rest = press;
  for (;;) {
    const modifier = MODIFIERS.find((name) => rest.startsWith(`${name}+`));
    if (modifier === undefined) return { modifiers, key: rest };
    modifiers.push(modifier);
    rest = rest.slice(modifier.length + 1);
  }
}
