/** Too short for anyone to see what has moved under the pointer and decide to press it. */
const TOO_SOON_MS = 250;

/** The time of the press that was asked about last. */
let before = 0;

/**
 * Whether a press is the second half of a double click, or one more of a nervous row. Where a row goes when it is pressed,
 * the next one is under the pointer by then, and was not meant. Browsers go on counting (3, 4, …): whoever presses on, no
 * faster than what comes can be seen, means the rows that come. A key counts 0. To be asked once of each press.
 * (`detail`: https://www.w3.org/TR/uievents/#event-type-click)
 */
export const isSecondPress = ({ detail, timeStamp }: Pick<UIEvent, 'detail' | 'timeStamp'>): boolean => {
  const isTooSoon = timeStamp - before < TOO_SOON_MS;
  before = timeStamp;
  return detail === 2 || (detail > 2 && isTooSoon);
};

/** For a box whose controls go, or move, when they are pressed: keeps such a press from what is there by then. */
export const refuseSecondPress = (event: UIEvent): void => {
  if (isSecondPress(event)) event.stopPropagation();
};
