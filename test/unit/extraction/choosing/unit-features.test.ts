// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { UNIT_FEATURES } from '../../../../scripts/extraction/fitting/unit-feature-names.ts';
import { readPage } from '../../../../src/extraction/choosing/read-page.ts';
import { describeUnits, KEPT } from '../../../../src/extraction/choosing/unit-features.ts';
import { likelihood } from '../../../../src/extraction/choosing/unit-likelihood.ts';

const PARAGRAPHS = [
  'The ferry left before dawn, as it had every morning for thirty years, and nobody on the quay saw it come back.',
  'Its captain, a man of few words, had told the harbour master that the pump would not last another winter.',
  'What the divers found in March was the bell, the wheel, and a tin box in which the log had stayed dry.',
].map((text) => `<p>${text}</p>`);
const TEASERS = ['Ferry fares rise in May', 'A new bridge for the island', 'Otters in the old harbour']
  .map((title) => `<div class="item"><h3><a href="/news">${title}</a></h3></div>`)
  .join('');

async function unitsOf(html: string) {
  const page = new DOMParser().parseFromString(`<!doctype html><body>${html}</body>`, 'text/html');
  const reading = await readPage(page, () => undefined);
  return describeUnits(reading).map((features, index) => ({ features, text: reading.units[index]?.text ?? '' }));
}

test('each unit has a number from 0 to 1 under every name that the fitting knows', async () => {
  const units = await unitsOf(`<main><h1>The last ferry</h1>${PARAGRAPHS.join('')}</main><div>${TEASERS}</div>`);
  expect(units.length).toBeGreaterThan(5);
  expect(UNIT_FEATURES[KEPT]).toBe('kept');
  for (const { features } of units) {
    expect(features).toHaveLength(UNIT_FEATURES.length);
    expect(features.filter((value) => !(value >= 0 && value <= 1))).toEqual([]);
  }
});

test('paragraphs are likely and teasers are not', async () => {
  const units = await unitsOf(`<main><h1>The last ferry</h1>${PARAGRAPHS.join('')}</main><div>${TEASERS}</div>`);
  const chances = units.map(({ features }) => likelihood(features));
  const [, ...rest] = chances;
  expect(Math.min(...rest.slice(0, 3))).toBeGreaterThan(0.5);
  expect(Math.max(...rest.slice(3, 6))).toBeLessThan(0.45);
});
