/** What the size control steps through, in percent of the surface's base. */
export const SIZE_STEPS = [80, 90, 100, 110, 120, 135, 150, 175, 200, 250, 300, 400] as const;
/** Steps of the measure, in percent. */
export const WIDTH_STEPS = [60, 70, 80, 90, 100, 110, 120, 130, 140, 150, 160] as const;
/** Steps of the line height, in percent of the script's own. */
export const LINE_STEPS = [80, 90, 100, 110, 120, 130, 140, 150] as const;
