import { foldCharacter, foldWord } from './fold.ts';

/** The form in which names of tags and sites are compared: no case, no width, no diacritics, traditional as simplified. */
export function foldName(name: string): string {
  return [...foldWord(name.trim().replace(/\s+/g, ' '))].map(foldCharacter).join('');
}
