/** Why a text is behind the one in front: an older one, or a newer one that looked worse. */
export const COPY_REASONS = ['replaced', 'shorter', 'sign-in'] as const;

/** What is known of a text that is kept behind the one in front, without the text. */
export interface CopyFacts {
  /** Names it among the copies of its article; when it went there, milliseconds since 1970. */
  keptAt: number;
  why: (typeof COPY_REASONS)[number];
  wordCount: number;
}
