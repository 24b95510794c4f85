import type { Words } from '../model/words.ts';

/**
 * Sets the language of the interface, and with it the direction, on the element that the interface is in: the `<html>`
 * of an extension page, or the overlay's dialog. Not by `@@bidi_dir`, which is the direction of the browser: a Hebrew
 * browser shows Recto in English.
 */
export function showLanguage(element: HTMLElement, { locale, dir }: Pick<Words, 'locale' | 'dir'>): void {
  element.lang = locale;
  element.dir = dir;
}
