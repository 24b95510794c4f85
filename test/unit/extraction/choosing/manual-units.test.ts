// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { listManualUnits } from '../../../../src/extraction/choosing/manual-units.ts';
import { measureText } from '../../../../src/extraction/choosing/text-measure.ts';
import { listTextUnits } from '../../../../src/extraction/choosing/text-units.ts';

const PROSE = '<p>The client keeps a pool of open connections and reuses them for every request to the same host.</p>';
const LINKS = '<p><a href="/docs/add">pool-add[1]</a>, <a href="/docs/drop">pool-drop[1]</a></p>';

test('of paragraphs that are links alone, a manual keeps the one below a heading', () => {
  document.body.innerHTML = `<h1>pool-take</h1>${PROSE}${LINKS}${PROSE}<h2>See also</h2>${LINKS}<h2>Pool</h2>${PROSE}`;
  const units = listTextUnits(document.body, measureText(document.body));
  const likely = units.map(({ linked }) => linked === 0);
  const kept = listManualUnits(units, document.body, likely, Array(units.length).fill(0));
  expect(kept).toEqual(units.filter((_, index) => index !== 2));
});
