import type { Highlight } from '../../../src/model/highlights/highlight.ts';

/** A highlight with every field in its place; tests change what they are about. */
export const sampleHighlight = (changes: Partial<Highlight> = {}): Highlight => ({
  ...{ id: 'h', articleId: 'a1', exact: 'The lamps were lit.', prefix: '', suffix: '', start: 0, end: 19 },
  ...{ colour: 'yellow', note: '', createdAt: 1, changedAt: 1 },
  ...changes,
});
