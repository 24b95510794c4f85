import { pageAddress } from './page-address.ts';

/**
 * Query parameters that say how a reader came to a page and never which page it is. Sources: the lists of ClearURLs and
 * of Firefox's query stripping (`privacy.query_stripping.strip_list`), and what Chinese sites add to shared links. Groups
 * capture since that is two bytes shorter for each, and nothing reads what they captured.
 */
const TRACKING_PARAMETERS = [
  // Families with one beginning: campaigns of Google, Piwik, HubSpot and others.
  '(utm|at|pk|mtm|matomo|piwik|hsa|stm)_.*',
  // Ids: of clicks on advertisements and in social networks, of those who get a newsletter, of visitors.
  '((fb|[dg]|ys?|t[tw])cl|msclk|[gw]bra|li_fat_|mibext|srslt|rb_click|wicked|mc_[ce]|oly_(enc|anon)_|s_c|cmp|ic|sm|bb)id',
  // More of advertisements, networks and newsletters.
  'gclsrc|igsh(id)?|epik|sfnsn|mkt_tok|vero_(id|conv)|__?hs(enc|mi|[st]c|fp)|hsctatracking',
  // Where visitors come from.
  '_g[al]|_openstat|guc(counter|e_referrer(_sig)?)|ref_(src|url)',
  'ns_(campaign|mchannel|source|linkname)|nr_email_referer',
  // Links that were shared, on Chinese sites above all.
  'share_(token|source|medium|plat|from|session_id|tag)|vd_source|spm(_id_from)?|scm',
  'isappinstalled|xhsshare|unique_k|timestamp_share',
].join('|');

const TRACKING = new RegExp(`^(${TRACKING_PARAMETERS})$`);

/** Values of `from` that WeChat and Weibo add when a page is shared; other uses of `from` belong to the page. */
const SHARED_FROM = new Set(['singlemessage', 'groupmessage', 'timeline', 'weibo', 'wechat']);

/**
 * Host and first part of the path where addresses name an article by a few parameters, or by the rest of the path, and
 * add a dozen others that change on every visit. Other pages of the host, such as WeChat's albums, have parameters of
 * their own.
 */
const IDENTIFYING_PARAMETERS: Record<string, ReadonlySet<string>> = {
  'mp.weixin.qq.com/s': new Set(['__biz', 'mid', 'idx', 'sn', 'src', 'timestamp', 'ver', 'signature', 'new']),
};

/**
 * The key by which two saves are the same article: the tab's address without fragment and tracking parameters. Hash
 * routes (`#/a`, `#!a`) name a page and stay. `http` and `https` are one page. All other parameters keep their spelling
 * and order. An address that cannot be parsed is its own key.
 */
export function normaliseUrl(address: string): string {
  let url: URL;
  try {
    url = new URL(address.trim());
  } catch {
    return address.trim();
  }
  if (url.protocol === 'file:') return pageAddress(url.href);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return url.href;
  const kept = url.search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && belongsToPage(url.hostname + url.pathname.replace(/(.)\/.*/, '$1'), pair));
  const query = kept.length > 0 ? `?${kept.join('&')}` : '';
  const route = pageAddress(url.hash);
  return `https://${url.host.replace(/\.(?=:|$)/, '')}${url.pathname}${query}${route}`;
}

function belongsToPage(place: string, pair: string): boolean {
  const [rawName = '', value = ''] = pair.split('=', 2);
  const identifying = IDENTIFYING_PARAMETERS[place];
  if (identifying) return identifying.has(rawName);
  const name = rawName.toLowerCase();
  if (name === 'from') return !SHARED_FROM.has(value.toLowerCase());
  return !isTrackingParameter(name);
}

/** Whether a query parameter only says how a reader came to a page. */
export const isTrackingParameter = (name: string): boolean => TRACKING.test(name.toLowerCase());
