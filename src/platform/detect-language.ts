/**
 * Asks the browser for the language of a text; Chromium and Firefox carry a detector. The answer counts when it is sure,
 * or sure enough.
 *
 * Calls the browser's own promise-based API (Chrome 148, Firefox 140) instead of the polyfill, which would be a tenth of
 * the extraction script.
 */
export async function detectLanguage(text: string): Promise<string | null> {
  const { isReliable, languages } = await chrome.i18n.detectLanguage(text);
  const [first] = languages.toSorted((a, b) => b.percentage - a.percentage);
  return first !== undefined && (isReliable || first.percentage >= 80) ? first.language : null;
}
