/** An address as seen from another; null where it is none. */
export const resolveAddress = (address: string, base: string): string | null =>
  URL.canParse(address, base) ? new URL(address, base).href : null;
