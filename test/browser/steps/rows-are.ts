/** Runs in a list: whether it has so many rows. */
export const rowsAre = (count: number): boolean => document.querySelectorAll('.row-title').length === count;
