/** Defines the optional part `pages` in the page's isolated world; further pages are read as the page itself was. */
import { RectoError } from '../model/errors/recto-error.ts';
import { readSite } from '../platform/read-site.ts';
import { joinPages } from '../ui/parts/join-pages.ts';
import { readOutcome } from './overlay/read-outcome.ts';
import { definePart } from './part-scope.ts';

definePart('pages', (orders) =>
  joinPages(orders, async (page) => {
    const extraction = globalThis.rectoExtract;
    if (!extraction) throw new RectoError('unexpected', 'the extraction script is not there');
    const block = readSite(location.href).then((site) => site?.settings.block ?? null);
    const outcome = await readOutcome({ read: (how) => extraction.read({ ...how, page }) }, false, block);
    if (!outcome.ok) throw new RectoError(outcome.error.code, outcome.error.message);
    return outcome.article;
  }),
);
