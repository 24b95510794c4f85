import { sanitiseArticle } from './sanitise-article.ts';

/**
 * The same as `sanitiseArticle`, as markup: for what leaves the browser as a file or a line of output. `body` holds the
 * sanitised nodes in a document of their own, where no picture is fetched.
 */
export function sanitiseToHtml(html: string): { html: string; body: HTMLElement } {
  const fragment = sanitiseArticle(html);
  const body = fragment.ownerDocument.createElement('div');
  body.append(fragment);
  return { html: body.innerHTML, body };
}
