import { firstBox, narrower, neighbour, wider } from './pickable-blocks.ts';

/** The block that is chosen. A press or a key holds the choice; until then it follows the pointer. */
export interface BlockChoice {
  block(): Element;
  /** The pointer has moved; what is under it is asked for only while nothing is held. */
  point(under: () => Element | null): void;
  press(block: Element | null): void;
  wider(): void;
  narrower(): void;
  previous(): void;
  next(): void;
  /** Begins anew. */
  first(): void;
}

/** Begins with the first block of the page; `onChange` gets each one that is chosen after it. */
export function blockChoice(page: Document, onChange: (block: Element) => void): BlockChoice {
  let chosen = firstBox(page);
  let isHeld = false;
  const choose = (block: Element | null) => {
    if (!block || block === chosen) return;
    chosen = block;
    onChange(block);
  };
  const go = (block: Element | null) => {
    isHeld = true;
    choose(block);
    chosen.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  };
  return {
    block: () => chosen,
    point: (under) => isHeld || choose(under()),
    press(block) {
      isHeld = true;
      choose(block);
    },
    wider: () => go(wider(chosen)),
    narrower: () => go(narrower(chosen)),
    previous: () => go(neighbour(chosen, 'previous')),
    next: () => go(neighbour(chosen, 'next')),
    first: () => go(firstBox(page)),
  };
}
