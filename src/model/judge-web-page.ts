import type { FetchEnd, WebPage } from './fetching.ts';

/** Answers that say "come back with a name". Many servers say 403 to whoever is no browser with a person before it. */
const SIGN_IN_STATUS = new Set([401, 402, 403, 407]);
/** Busy or broken for now. */
const LATER_STATUS = new Set([408, 425, 429]);

const SIGN_IN_PATH = /\/(?:log-?in|sign-?in|sso|oauth2?|auth|accounts?\/login|register|subscribe)(?:[/.?]|$)/i;
const HOME_PATH = /^\/(?:index\.\w+|[a-z]{2}(?:-[a-z]{2})?\/?)?$/i;
const READABLE = /^(?:text\/html|application\/xhtml\+xml)\b/i;

/**
 * Judges a page by what its server said, before it is read: `read` it, ask `later`, or how it ended. A link that now leads
 * to the site's home page is gone: that is how many sites say it.
 */
export function judgeWebPage({ asked, url, status, type }: WebPage): FetchEnd | 'read' | 'later' {
  if (SIGN_IN_STATUS.has(status)) return 'sign-in';
  if (status >= 500 || LATER_STATUS.has(status)) return 'later';
  // Not found or taken away (404, 410, 451), or no answer to this question.
  if (status < 200 || status >= 300) return 'gone';
  const [from, to] = [pathOf(asked), pathOf(url)];
  if (from !== to) {
    if (SIGN_IN_PATH.test(to) && !SIGN_IN_PATH.test(from)) return 'sign-in';
    if (HOME_PATH.test(to) && !HOME_PATH.test(from)) return 'gone';
  }
  return type === '' || READABLE.test(type) ? 'read' : 'not-article';
}

const pathOf = (address: string): string => (URL.canParse(address) ? new URL(address).pathname : '');
