/**
 * Reading aloud, per minute. Trauzettel-Klosinski and Dietz, "Standardized Assessment of Reading Performance: The New
 * International Reading Speed Texts IReST", IOVS 53 (2012), table 2: characters of Chinese and Japanese, else words. Words of
 * English: Brysbaert, "How many words do we read per minute?", JML 109 (2019).
 */
export const SPOKEN_PER_MINUTE = {
  han: 255,
  japanese: 357,
  word: 183,
  arabicWord: 138,
  hebrewWord: 187,
  cyrillicWord: 184,
};
