/** The places in which two plain values are not equal, each with both; empty when there are none. */
export function tellDifference(one: unknown, other: unknown, path = ''): string[] {
  if (JSON.stringify(one) === JSON.stringify(other)) return [];
  if (!isBranch(one) || !isBranch(other)) return [`${path}: ${JSON.stringify(one)} / ${JSON.stringify(other)}`];
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].flatMap((key) => tellDifference(one[key], other[key], `${path} ${key}`));
}

/** Lists of words are told whole. */
const isBranch = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' &&
  value !== null &&
  !(Array.isArray(value) && value.every((part) => typeof part === 'string'));
