import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Site } from '../../test/browser/site/site-server.ts';

const CORPUS = join(import.meta.dirname, '../../../shared/corpus/readability-pages');
const OWN = ['en/news', 'en/busy', 'en/pictures', 'zh-Hans/news', 'ja/news', 'ar/news', 'de/news'];
const COUNT = 20;

/**
 * Addresses of the 20 pages that are measured. Pages of the real web where the corpus lies beside the project, spread
 * over its alphabet; otherwise the project's own, each several times under another address.
 */
export function choosePages(site: Site): string[] {
  if (!existsSync(CORPUS)) {
    console.log('No corpus beside the project: measuring on its own fixture pages.');
    return Array.from({ length: COUNT }, (_, index) => `${site.url(`/${OWN[index % OWN.length]}.html`)}?n=${index}`);
  }
  const all = readdirSync(CORPUS).sort();
  const step = all.length / COUNT;
  return Array.from({ length: COUNT }, (_, index) => {
    const name = all[Math.floor(index * step)] ?? '';
    const path = `/corpus/${name}.html`;
    // A policy that runs no script: the pages' own scripts are gone or would load from the live web.
    site.serve(path, readFileSync(join(CORPUS, name, 'source.html')), {
      'content-security-policy': "script-src 'none'",
    });
    return site.url(path);
  });
}
