/**
 * Whether a press is the second half of a double click. Where a row goes when it is pressed, the next one is under the
 * pointer by then, and was not meant. Browsers go on counting (3, 4, …): whoever presses on means the rows that come. A key
 * counts 0. (`detail`: https://www.w3.org/TR/uievents/#event-type-click)
 */
export const isSecondPress = ({ detail }: Pick<UIEvent, 'detail'>): boolean => detail === 2;
