/** Too short for anyone to see what has moved under the pointer and decide to press it. */
const TOO_SOON_MS = 250;

/** The time of the press that was asked about last. */
let before = 0;

/**
 * Whether a press is the second half of a double click, or one more in a nervous series. If a row disappears when it is
 * pressed, the next row is under the pointer by then, and was not meant. Browsers go on counting (3, 4, …): a person
 * who goes on pressing, no faster than one can see what comes, means those rows. A press by key counts as 0.
 *
 * To be asked once for each press. (`detail`: https://www.w3.org/TR/uievents/#event-type-click)
 */
export const isSecondPress = ({ detail, timeStamp }: Pick<UIEvent, 'detail' | 'timeStamp'>): boolean => {
  const isTooSoon = timeStamp - before < TOO_SOON_MS;
  before = timeStamp;
  return detail === 2 || (detail > 2 && isTooSoon);
};

/**
 * For a box whose controls disappear or move when they are pressed: keeps a second press from what is there by then.
 */
export const refuseSecondPress = (event: UIEvent): void => {
  if (isSecondPress(event)) event.stopPropagation();
};
