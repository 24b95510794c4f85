import { pageAddress } from './page-address.ts';

/**
 * Query parameters that say how a reader came to a page and never which page it is. Sources: the lists of ClearURLs and
 * of Firefox's query stripping (`privacy.query_stripping.strip_list`), and what Chinese sites add to shared links.
 */
const TRACKING_PARAMETERS = new Set(
  (
    'fbclid gclid gclsrc gbraid wbraid dclid msclkid yclid ysclid twclid ttclid igshid igsh li_fat_id epik mibextid ' +
    'sfnsn srsltid mc_cid mc_eid mkt_tok oly_enc_id oly_anon_id vero_id vero_conv wickedid rb_clickid s_cid _hsenc ' +
    '_hsmi __hssc __hstc __hsfp hsctatracking _ga _gl _openstat guccounter guce_referrer guce_referrer_sig ref_src ' +
    'ref_url cmpid icid smid ns_campaign ns_mchannel ns_source ns_linkname nr_email_referer share_token share_source ' +
    'share_medium share_plat share_from share_session_id share_tag vd_source spm spm_id_from scm isappinstalled ' +
    'xhsshare bbid unique_k timestamp_share'
  ).split(' '),
);

const TRACKING_PREFIX = /^(?:utm|at|pk|mtm|matomo|piwik|hsa|stm)_/;

/** Values of `from` that WeChat and Weibo add when a page is shared; other uses of `from` belong to the page. */
const SHARED_FROM = new Set(['singlemessage', 'groupmessage', 'timeline', 'weibo', 'wechat']);

/** Sites whose addresses name an article by a few parameters and add a dozen others that change on every visit. */
const IDENTIFYING_PARAMETERS: Record<string, ReadonlySet<string>> = {
  'mp.weixin.qq.com': new Set(['__biz', 'mid', 'idx', 'sn', 'src', 'timestamp', 'ver', 'signature', 'new']),
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
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return url.href;
  const kept = url.search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && belongsToPage(url.hostname, pair));
  const query = kept.length > 0 ? `?${kept.join('&')}` : '';
  const route = pageAddress(url.hash);
  return `https://${url.host.replace(/\.(?=:|$)/, '')}${url.pathname}${query}${route}`;
}

function belongsToPage(host: string, pair: string): boolean {
  const [rawName = '', value = ''] = pair.split('=', 2);
  const identifying = IDENTIFYING_PARAMETERS[host];
  if (identifying) return identifying.has(rawName);
  const name = rawName.toLowerCase();
  if (name === 'from') return !SHARED_FROM.has(value.toLowerCase());
  return !isTrackingParameter(name);
}

/** Whether a query parameter only says how a reader came to a page. */
export function isTrackingParameter(name: string): boolean {
  const key = name.toLowerCase();
  return TRACKING_PARAMETERS.has(key) || TRACKING_PREFIX.test(key);
}
