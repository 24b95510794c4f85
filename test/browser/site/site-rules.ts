/** How the fixture server answers a page beyond sending the file. */
export interface SiteRule {
  headers?: Record<string, string>;
  redirect?: string;
  /** The answer waits for this. */
  hold?: (address: URL) => Promise<void>;
}

/** By path. Pages that are not here are sent plainly. */
export const SITE_RULES: Record<string, SiteRule> = {
  '/hostile/strict-csp.html': {
    headers: { 'content-security-policy': "default-src 'none'; style-src 'none'; script-src 'none'" },
  },
  '/hostile/trusted-types-none.html': {
    headers: { 'content-security-policy': "require-trusted-types-for 'script'; trusted-types 'none'" },
  },
  '/hostile/payloads-strict.html': {
    headers: {
      'content-security-policy': "script-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    },
  },
  '/moved.html': { redirect: '/en/news.html' },
  '/moved-zh.html': { redirect: '/zh-Hans/news.html' },
};
