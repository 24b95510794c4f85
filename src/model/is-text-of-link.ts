import { normaliseUrl } from './address/normalise-url.ts';
import { type Article, SHORTEST_TEXT } from './article.ts';
import { looksLikeSignIn } from './article-copy.ts';
import { judgeWebPage } from './fetching.ts';

/**
 * Whether the text of a page to which a link has led can be the article that was saved with the link. At another address
 * than the link's it is judged as fetching judges it: redirects often lead to a page where one signs in, or home.
 */
export function isTextOfLink(link: string, { url, title, text }: Pick<Article, 'url' | 'title' | 'text'>): boolean {
  if (normaliseUrl(url) === normaliseUrl(link)) return true;
  const judged = judgeWebPage({ asked: link, url, status: 200, type: '', body: null });
  return judged === 'read' && !looksLikeSignIn({ title, text }) && text.length >= SHORTEST_TEXT;
}
