import type { TextUnit } from './text-units.ts';

/** What the units under an element come to. */
export interface Mass {
  units: number;
  /** Weighted characters, and those of them that Readability kept and that are links. */
  chars: number;
  kept: number;
  linked: number;
}

export const NO_MASS: Mass = { units: 0, chars: 0, kept: 0, linked: 0 };

/** Sums units into the elements that hold them, up to the top. `kept` is the share of each unit that Readability kept. */
export function weighBoxes(units: readonly TextUnit[], kept: readonly number[]): Map<Element, Mass> {
  const masses = new Map<Element, Mass>();
  units.forEach((unit, index) => {
    for (let box = boxOf(unit); box; box = box.parentElement) addTo(masses, box, unit, kept[index] ?? 0);
  });
  return masses;
}

/** Sums units that are alike, by a name of their kind. */
export function weighKinds(units: readonly TextUnit[], kept: readonly number[], kinds: string[]): Map<string, Mass> {
  const masses = new Map<string, Mass>();
  units.forEach((unit, index) => {
    addTo(masses, kinds[index] ?? '', unit, kept[index] ?? 0);
  });
  return masses;
}

/** The element in which a unit stands beside others. */
export function boxOf({ element, loose }: TextUnit): Element | null {
  return loose ? element : element.parentElement;
}

function addTo<Key>(masses: Map<Key, Mass>, key: Key, { chars, linked }: TextUnit, kept: number): void {
  let mass = masses.get(key);
  if (!mass) {
    mass = { units: 0, chars: 0, kept: 0, linked: 0 };
    masses.set(key, mass);
  }
  mass.units++;
  mass.chars += chars;
  mass.kept += chars * kept;
  mass.linked += linked;
}
