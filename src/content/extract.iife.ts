/**
 * The extraction script. Injected into the isolated world of a page on the user's order, where it defines
 * `rectoExtract`; injecting it again changes nothing, so that a running extraction is never lost.
 */
import { blockText } from '../extraction/block-text.ts';
import { extractPage } from '../extraction/extract-page.ts';
import type { Article } from '../model/article.ts';
import { RectoError } from '../model/errors/recto-error.ts';
import { requireSanitising } from './sanitising-scope.ts';

globalThis.rectoExtract ??= {
  async read({ sanitised, now = Date.now(), page, ...how } = {}) {
    try {
      const article = await extractPage(page?.document ?? document, {
        url: location.href,
        ...page,
        ...how,
        detectLanguage,
        rootOf: shadowRootOf,
        now: new Date(now),
      });
      return { ok: true, article: sanitised ? sanitise(article) : article };
    } catch (thrown) {
      const code = thrown instanceof RectoError ? thrown.code : 'unexpected';
      return { ok: false, error: { code, message: thrown instanceof Error ? thrown.message : String(thrown) } };
    }
  },
};

/** An element as Firefox gives it to a content script. */
type ElementWithRoot = Element & { openOrClosedShadowRoot?: ShadowRoot | null };

function sanitise(article: Article): Article {
  const { html, body } = requireSanitising().toHtml(article.html);
  return { ...article, html, text: blockText(body) };
}

/**
 * The shadow root of an element. That of a custom element may be closed: browsers give it to content scripts, Chromium by
 * a function that takes only HTML elements, Firefox by a property.
 */
function shadowRootOf(element: ElementWithRoot): ShadowRoot | null | undefined | false {
  return (
    element.shadowRoot ??
    (/^[A-Z].*-/.test(element.tagName) &&
      (element.openOrClosedShadowRoot ?? chrome.dom?.openOrClosedShadowRoot(element as HTMLElement)))
  );
}

/**
 * Asks the browser for the language of a text; Chromium and Firefox have a detector. The answer counts when it is
 * reliable, or nearly. Calls the browser itself, since imports cost bytes.
 */
async function detectLanguage(text: string): Promise<string | null> {
  const { isReliable, languages } = await chrome.i18n.detectLanguage(text);
  const [first] = languages.toSorted((a, b) => b.percentage - a.percentage);
  return first && (isReliable || first.percentage >= 80) ? first.language : null;
}
