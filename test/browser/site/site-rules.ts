/** How the fixture server answers a page beyond sending the file. */
interface SiteRule {
  headers?: Record<string, string>;
  redirect?: string;
  /** Sends this file instead, or refuses with a status, by the page that the request says it comes from, and its cookies. */
  answer?: (referrer: string | null, cookies: string | null) => { file: string } | { status: number };
}

/** Says nothing of its encoding: the page itself does. */
const UNSAID = { headers: { 'content-type': 'text/html' } };

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
  // Hosts of pictures: one that lets every page read, one that lets none, and those that guard against other sites.
  '/shared/oven.png': {
    answer: () => ({ file: '/pictures/oven.png' }),
    headers: { 'access-control-allow-origin': '*' },
  },
  '/plain/oven.png': { answer: () => ({ file: '/pictures/oven.png' }) },
  '/foreign/harbour.png': {
    answer: (referrer) => (referrer === null ? { file: '/pictures/harbour.png' } : { status: 403 }),
  },
  '/no-referrer/oven.png': {
    answer: (referrer) => (referrer === null ? { status: 403 } : { file: '/pictures/oven.png' }),
  },
  '/substitute/harbour.png': {
    answer: (referrer) => ({ file: referrer === null ? '/pictures/not-available.png' : '/pictures/harbour.png' }),
  },
  '/gone/oven.png': { answer: () => ({ status: 404 }) },
  // A page for members, who have a cookie.
  '/members/page.html': {
    answer: (_referrer, cookies) => (cookies === null ? { status: 401 } : { file: '/en/news.html' }),
  },
  // An article in GBK on four pages, the last of which says what the third says.
  '/zh-Hans/paged.html': UNSAID,
  // For those who have a cookie of the site.
  '/zh-Hans/paged_2.html': {
    ...UNSAID,
    answer: (_referrer, cookies) => (cookies === null ? { status: 401 } : { file: '/zh-Hans/paged_2.html' }),
  },
  '/zh-Hans/paged_3.html': UNSAID,
  '/zh-Hans/paged_4.html': UNSAID,
  '/moved.html': { redirect: '/en/news.html' },
  '/moved-zh.html': { redirect: '/zh-Hans/news.html' },
  '/moved-ja.html': { redirect: '/ja/news.html' },
};
