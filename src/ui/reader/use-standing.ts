import { useState } from 'preact/hooks';
import { listHideable, markHidden, nameBlocks } from './hiding/hidden-blocks.ts';
import { usePlace } from './position/use-place.ts';
import type { ReaderProps } from './reader-props.ts';
import type { Standing } from './standing.ts';

/** The bar stands over the text at first, and would cover the line at which the person stopped. */
const BAR_PX = 48;

/** The text that is drawn, at the position where it was left, and the function that takes its body once it is drawn. */
export function useStanding(props: ReaderProps): [stands: Standing | null, takeBody: (body: HTMLElement) => void] {
  const { parts, start, onPlace, hiding } = props;
  const [stands, setStands] = useState<Standing | null>(null);
  const goToPlace = usePlace({ scroller: () => parts.scroller, covered: BAR_PX, start, onPlace });
  const takeBody = (body: HTMLElement) => {
    // Before anything changes the text that is shown.
    nameBlocks(listHideable(body));
    // Before the position is looked for, because hidden blocks take no room.
    markHidden(body, hiding?.hidden ?? []);
    goToPlace(body);
    setStands({ body });
  };
  return [stands, takeBody];
}
