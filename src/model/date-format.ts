const made = new Map<string, Intl.DateTimeFormat>();

/** A formatter of dates, made once for each way of telling them: making one takes as long as drawing a row of the list. */
export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = made.get(key) ?? new Intl.DateTimeFormat(locale, options);
  made.set(key, known);
  return known;
}
