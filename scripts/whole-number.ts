/** Reads what was given for an option; throws unless it is a whole number of at least `least`. */
export function wholeNumber(option: string, text: string, least: number): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isSafeInteger(value) || value < least)
    throw new Error(`--${option} wants a whole number from ${least} on, not ${JSON.stringify(text)}`);
  return value;
}
