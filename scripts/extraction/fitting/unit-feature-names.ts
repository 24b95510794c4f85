const ladder = ['Box', 'Parent', 'Grandparent', 'Ancestor4'].flatMap((box) =>
  ['Share', 'Kept', 'Links', 'Units'].map((what) => `in${box}${what}`),
);

/** What `describeUnits` gives, in its order. */
export const UNIT_FEATURES: readonly string[] = [
  // The unit's own text: `describeText`.
  ...['length', 'links', 'sentence', 'prose', 'capitals', 'headingLevel', 'itemLength'],
  // Its place: `describePlaces`.
  ...['kept', 'inContainer', 'belowContainer', 'farFromContainer', 'inWide', 'depth', 'proseBefore'],
  // What the boxes around it hold.
  ...ladder,
  // What units of its kind come to.
  ...['sameShare', 'sameKept', 'sameUnits'],
  // The prose that Readability kept before and after it: `describeNeighbours`.
  ...['beforeFirst', 'afterLast', 'keptBehind', 'keptAhead'],
  // Repeated sentences.
  ...['twice', 'again'],
];
