import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { View } from './driver/browser-driver.ts';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Reports as "rule: element". `run` is made from text, since the driver sends functions as text and pages load no scripts. */
const run = new Function(
  `${SOURCE};
  return window.axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => id + ': ' + target + ' ' + failureSummary)));`,
) as () => Promise<string[]>;

/** What axe finds wrong with the document as it stands; nothing when it is right. */
export const runAxe = (view: View): Promise<string[]> => view.evaluate(run);
