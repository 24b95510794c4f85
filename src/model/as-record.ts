/** The fields of a value from outside, as from storage; none where it holds none. What is in them is for the caller to check. */
export const asRecord = (value: unknown): Record<string, unknown> => Object(value);
