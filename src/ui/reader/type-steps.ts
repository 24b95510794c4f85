/** What the size control steps through, in percent of the surface's base. */
export const SIZE_STEPS = [80, 90, 100, 110, 120, 135, 150, 175, 200, 250, 300, 400] as const;
/** Steps of the measure, in percent. */
export const WIDTH_STEPS = [60, 70, 80, 90, 100, 110, 120, 130, 140, 150, 160] as const;
/** Steps of the line height, in percent of the script's own. */
export const LINE_STEPS = [80, 90, 100, 110, 120, 130, 140, 150] as const;
/** Steps of the space added between letters, in hundredths of an em; 12 is what WCAG 1.4.12 asks to bear. */
export const LETTER_STEPS = [0, 2, 4, 6, 9, 12, 16, 20] as const;
/** Steps of the space added between words, in hundredths of an em; 16 is what WCAG 1.4.12 asks to bear. */
export const WORD_STEPS = [0, 8, 16, 24, 36, 48, 60] as const;
/** Steps of the speed of reading aloud, in percent. */
export const SPEED_STEPS = [50, 75, 90, 100, 110, 125, 150, 175, 200, 250, 300] as const;
