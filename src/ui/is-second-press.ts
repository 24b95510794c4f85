/**
 * Whether a press is the second half of a double click. Where a row goes when it is pressed, the next one is under the
 * pointer by then, and was not meant. Browsers go on counting (3, 4, …): whoever presses on means the rows that come. A key
 * counts 0. (`detail`: https://www.w3.org/TR/uievents/#event-type-click)
 */
export const isSecondPress = ({ detail }: Pick<UIEvent, 'detail'>): boolean => detail === 2;

/** For a box whose controls go, or move, when they are pressed: keeps the second half of a double click from what is there by then. */
export const refuseSecondPress = (event: UIEvent): void => {
  if (isSecondPress(event)) event.stopPropagation();
};
