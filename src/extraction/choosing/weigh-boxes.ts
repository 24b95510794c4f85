import type { TextUnit } from './text-units.ts';

/** Sums over the units in an element. */
export interface Mass {
  units: number;
  /** Weighted characters: all, those that Readability kept, and those in links. */
  chars: number;
  kept: number;
  linked: number;
}

/** The sums of an element without units. */
export const NO_MASS: Mass = { units: 0, chars: 0, kept: 0, linked: 0 };

/** Sums the units in each element, up to the top. `kept` is the share of each unit that Readability kept. */
export function weighBoxes(units: readonly TextUnit[], kept: readonly number[]): Map<Element, Mass> {
  const masses = new Map<Element, Mass>();
  // Most units stand in the same box as the one before.
  let last: Element | null = null;
  let around: Mass[] = [];
  units.forEach((unit, index) => {
    const inner = boxOf(unit);
    if (inner !== last) around = [];
    if (inner !== last) for (let box = inner; box; box = box.parentElement) around.push(massOf(masses, box));
    last = inner;
    for (const mass of around) addTo(mass, unit, kept[index] ?? 0);
  });
  return masses;
}

/** The element that holds a unit beside others. */
export function boxOf({ element, loose }: TextUnit): Element | null {
  return loose ? element : element.parentElement;
}

/** The sums noted under `key`, which begin with none. */
export function massOf<Key>(masses: Map<Key, Mass>, key: Key): Mass {
  const mass = masses.get(key) ?? { ...NO_MASS };
  masses.set(key, mass);
  return mass;
}

/** Adds a unit, of whose text Readability kept the share `kept`. */
export function addTo(mass: Mass, { chars, linked }: TextUnit, kept: number): void {
  mass.units++;
  mass.chars += chars;
  mass.kept += chars * kept;
  mass.linked += linked;
}

/** Sums over all units of a page. */
export function sumOf(units: readonly TextUnit[], kept: readonly number[]): Mass {
  const all = { ...NO_MASS };
  units.forEach((unit, index) => {
    addTo(all, unit, kept[index] ?? 0);
  });
  return all;
}
