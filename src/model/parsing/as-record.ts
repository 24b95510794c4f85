/**
 * The fields of a value from outside, such as storage; none if it has none. The caller has to check what is in them.
 */
export const asRecord = (value: unknown): Record<string, unknown> => Object(value);
