/**
 * A text with one space for each run of white space. A space that stands alone, as most do, is not matched: replacing
 * each by itself takes seven times as long.
 */
export function collapseSpace(text: string): string {
  return text.replace(/\s{2,}|[^\S ]/g, ' ');
}
