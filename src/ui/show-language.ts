import type { Words } from '../model/words.ts';

/**
 * Tells the language of the interface, and with it the direction, on the element it stands in: an extension page's
 * `<html>`, the overlay's dialog. Not `@@bidi_dir`: that is the browser's direction, and a Hebrew browser shows Recto in
 * English.
 */
export function showLanguage(element: HTMLElement, { locale, dir }: Pick<Words, 'locale' | 'dir'>): void {
  element.lang = locale;
  element.dir = dir;
}
