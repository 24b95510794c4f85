/** The article's language tag if it is well-formed (RFC 5646), else null. A page may declare anything. */
export const languageTag = (lang: string | null): string | null =>
  /^[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?$/i.exec(lang ?? '')?.[0] ?? null;
