/** Why the bytes of a picture are not kept. Each has a sentence `picture_<problem>` in every locale. */
export const PICTURE_PROBLEMS = [
  /** Its server lets only known pages read it, and Recto was not allowed to request it itself. */
  'needs-access',
  /** The server refused. */
  'refused',
  /** The server says that it is not there. */
  'gone',
  /** More than `LARGEST_PICTURE`. */
  'too-large',
  /** What came is not a picture that browsers can show. */
  'not-a-picture',
  /** What came is another picture than the one on the page, such as "image not available". */
  'substitute',
  /** No answer: offline, or the server did not answer in time. */
  'no-answer',
  /** The browser refused to store more. */
  'quota',
  /** It was kept, but its bytes no longer exist. */
  'missing',
] as const;

export type PictureProblem = (typeof PICTURE_PROBLEMS)[number];

/** Largest picture that is kept, in bytes. */
export const LARGEST_PICTURE = 20_000_000;

/** Width and height in the picture's own pixels. */
export interface PictureSize {
  width: number;
  height: number;
}

/** What is known of one picture of a saved article. */
export interface PictureFact {
  url: string;
  state: 'pending' | 'kept' | 'refused';
  problem: PictureProblem | null;
  /** Size of what is kept; 0 unless kept. */
  bytes: number;
}

/** How many of an article's pictures are kept, as its list entry knows it. */
export interface PictureCounts {
  total: number;
  kept: number;
  /** Waiting to be read. */
  pending: number;
}

/** The outcome of a save for the pictures. */
export interface PictureReceipt extends PictureCounts {
  /** Bytes of the kept ones. */
  bytes: number;
  refused: { url: string; problem: PictureProblem }[];
}

/** A picture of a saved article, with its bytes where they are kept. */
export interface SavedPicture extends PictureFact {
  blob: Blob | null;
}

/** Counts what is known of the pictures of an article. */
export function receiptOf(facts: readonly PictureFact[]): PictureReceipt {
  const kept = facts.filter(({ state }) => state === 'kept');
  return {
    total: facts.length,
    kept: kept.length,
    pending: facts.filter(({ state }) => state === 'pending').length,
    bytes: kept.reduce((sum, { bytes }) => sum + bytes, 0),
    refused: facts.flatMap(({ url, state, problem }) =>
      state === 'refused' ? [{ url, problem: problem ?? 'refused' }] : [],
    ),
  };
}
