/** What a piece of code is, as far as its colour is concerned. */
export const CODE_KINDS = [
  'comment',
  'keyword',
  'string',
  'number',
  'name',
  'type',
  'meta',
  'added',
  'removed',
] as const;

export type CodeKind = (typeof CODE_KINDS)[number];

/** A piece of code by the positions of its first and past its last character. */
export interface CodeToken {
  start: number;
  end: number;
  kind: CodeKind;
}
