/** So exactly is it found, in px. */
const STEP = 4;

/**
 * What the reader's own bar takes of the window, with a notice or a panel, in px from the upper and from the lower edge. In the
 * overlay it lies in a closed root, where only asking for what is at a point finds it.
 */
export function standingBar(
  root: DocumentOrShadowRoot,
  window: { width: number; height: number },
): { above: number; below: number } {
  const isBar = (y: number) =>
    root.elementsFromPoint(window.width / 2, y).some((element) => element.closest('.reader-bar, .overlay-bar'));
  const measure = (pointAt: (taken: number) => number): number => {
    let taken = 0;
    while (taken < window.height && isBar(pointAt(taken))) taken += STEP;
    return taken;
  };
  return { above: measure((taken) => taken + STEP), below: measure((taken) => window.height - taken - 1) };
}
