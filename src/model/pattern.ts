/**
 * A tag for a regular expression that is too long for a line, written over several:
 *
 * ```ts
 * const LABEL = pattern('i')`
 *   ^\s*(?:
 *   source|via    # English
 *   |quelle       # German
 *   )\s*:`;
 * ```
 *
 * Line breaks go, with the white space on both sides of them, and so does a comment: a `#` between white space, up to the
 * end of its line. Everything else stands for itself, spaces within a line and backslashes too. Throws a `SyntaxError`
 * where the rest is no pattern. The build writes such an expression as a literal (`scripts/build/inline-patterns.ts`).
 */
export const pattern =
  (flags = '') =>
  ({ raw }: { raw: readonly string[] }): RegExp =>
    new RegExp((raw[0] ?? '').replace(/\s+# .*$/gm, '').replace(/\s*\n\s*/g, ''), flags);
