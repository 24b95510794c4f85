/**
 * Addresses that lead on to the one in a parameter, by host and path; the parameters are in the order they are looked for. Sources:
 * the redirections of ClearURLs' list, and what Chinese sites put before links that lead away from them.
 */
const REDIRECTS: readonly (readonly [where: RegExp, ...parameters: string[]])[] = [
  [/^(?:www\.)?google\.[a-z.]{2,6}\/url$/, 'q', 'url'],
  [/^lm?\.(?:facebook|instagram|messenger)\.com\/(?:l\.php)?$/, 'u'],
  [/^(?:www\.)?facebook\.com\/l\.php$/, 'u'],
  [/^(?:www\.)?youtube\.com\/redirect$/, 'q'],
  [/^out\.reddit\.com\//, 'url'],
  [/^(?:www\.)?duckduckgo\.com\/l\/$/, 'uddg'],
  [/^t\.umblr\.com\/redirect$/, 'z'],
  [/^(?:www\.)?steamcommunity\.com\/linkfilter\/?$/, 'u', 'url'],
  [/^slack-redir\.net\/link$/, 'url'],
  [
    /^(?:link\.(?:zhihu\.com|juejin\.cn|csdn\.net|uisdc\.com)|gitee\.com\/link|hacpai\.com\/forward)\/?$/,
    'target',
    'goto',
  ],
  [/^(?:www\.)?jianshu\.com\/go-wild$/, 'url'],
  [
    /^(?:www\.)?(?:douban\.com\/link2\/|sspai\.com\/link|oschina\.net\/action\/GoToLink|mp\.weixinbridge\.com\/mp\/wapredirect)$/,
    'url',
    'target',
  ],
  [/^weibo\.cn\/sinaurl$/, 'u', 'toasturl'],
  [/^c\.pc\.qq\.com\/(?:middlem|ios)\.html$/, 'pfurl', 'url'],
];

/** A page as Google keeps it for phones: the host and path of the original follow, `s/` where that is encrypted. */
const AMP =
  /^(?:(?:www\.)?google\.[a-z.]{2,6}\/amp|[a-z\d-]+\.cdn\.ampproject\.org\/[a-z])\/(s\/)?([^/]+\.[^/]+\/?.*)$/;

/** What AMP's viewer and Google's search add to the address of such a page, as the original has it in no address bar. */
const OF_AMP = /^(?:amp_\w+|usqp|aoh)(?:=|$)/;

/** As many as a link is wrapped in: a mail's link to a search result. */
const MOST_LAYERS = 3;

/**
 * The page that a link leads to by way of a site that only counts or warns: the address of the page is in that of the
 * link. Such an intermediate address may stop working, shows another page first, and differs from the address of the
 * page once that is open. Any other link stays as it is.
 */
export function unwrapLink(address: string): string {
  let at = address;
  for (let layer = 0; layer < MOST_LAYERS; layer += 1) {
    const next = targetOf(at);
    if (next === null) break;
    at = next;
  }
  return at;
}

function targetOf(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { host, pathname, search, searchParams } = new URL(address);
  const where = `${host}${pathname}`;
  const [, encrypted, original] = AMP.exec(where) ?? [];
  if (original) return webAddress(`${encrypted ? 'https' : 'http'}://${original}${withoutAmp(search)}`);
  for (const [pattern, ...parameters] of REDIRECTS) {
    if (!pattern.test(where)) continue;
    for (const parameter of parameters) {
      const target = webAddress(searchParams.get(parameter) ?? '');
      if (target !== null) return target;
    }
  }
  return null;
}

function withoutAmp(search: string): string {
  const kept = search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !OF_AMP.test(pair));
  return kept.length > 0 ? `?${kept.join('&')}` : '';
}

const webAddress = (text: string): string | null =>
  /^https?:\/\//i.test(text) && URL.canParse(text) ? new URL(text).href : null;
