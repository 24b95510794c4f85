import { fileURLToPath } from 'node:url';
import { buildScript } from '../build-script.ts';
import type { CorpusPage } from '../corpus.ts';
import { mapInOrder } from '../map-in-order.ts';
import { PageReader } from '../page-reader.ts';
import { readPageSource } from '../page-source.ts';
import type { FittingPage } from './label-units.ts';
import type { ListedUnit } from './read-units.iife.ts';

const SCRIPT = '/units.js';

/** Shows pages in Chromium and lists their text units; null for a page that is a thread or cannot be read. */
export async function* listUnits(dist: string, pages: readonly CorpusPage[]): AsyncGenerator<FittingPage | null> {
  const code = await buildScript(fileURLToPath(new URL('read-units.iife.ts', import.meta.url)));
  const reader = new PageReader(dist, { [SCRIPT]: code });
  let done = 0;
  for await (const page of mapInOrder(pages, 2, (one) => listUnitsOf(reader, one))) {
    done++;
    if (done % 100 === 0) process.stderr.write(`${done} of ${pages.length} pages\n`);
    yield page;
  }
  await reader.close();
}

async function listUnitsOf(reader: PageReader, page: CorpusPage): Promise<FittingPage | null> {
  const { id, half, subset, gold } = page;
  const source = await readPageSource(page.file);
  const { outcome } = await reader.read(page.url, source, (tab) =>
    tab.call([SCRIPT], 'rectoUnits', { now: source.modified }),
  );
  return outcome === null ? null : { id, half, subset, gold: gold.text, units: outcome as ListedUnit[] };
}
