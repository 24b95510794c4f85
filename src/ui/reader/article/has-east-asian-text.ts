/**
 * Kana, Han and Hangul of the Basic Multilingual Plane; every text in these scripts has some. Ranges are faster than
 * classes.
 */
const EAST_ASIAN = /[\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]/;

/** Whether any of a text, or of markup, is Chinese, Japanese or Korean. */
export const hasEastAsianText = (text: string): boolean => EAST_ASIAN.test(text);
