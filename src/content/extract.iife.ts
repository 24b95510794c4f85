/**
 * The extraction script. Injected into the isolated world of a page on the user's order, where it defines
 * `rectoExtraction`; injecting it again changes nothing, so that a running extraction is never lost.
 */
import { extractArticle } from '../extraction/extract-article.ts';
import type { RectoExtraction } from '../model/extraction-outcome.ts';
import { RectoError } from '../model/recto-error.ts';
import { browser } from '../platform/browser.ts';

const scope = globalThis as typeof globalThis & { rectoExtraction?: RectoExtraction };

scope.rectoExtraction ??= {
  async read(options = {}) {
    try {
      const article = await extractArticle(document, {
        url: location.href,
        force: options.force ?? false,
        detectLanguage,
      });
      return { ok: true, article };
    } catch (thrown) {
      const { code, message } = RectoError.from(thrown);
      return { ok: false, error: { code, message } };
    }
  },
};

async function detectLanguage(text: string): Promise<string | null> {
  const { isReliable, languages } = await browser.i18n.detectLanguage(text);
  const [first] = languages.toSorted((a, b) => b.percentage - a.percentage);
  return first !== undefined && (isReliable || first.percentage >= 80) ? first.language : null;
}
