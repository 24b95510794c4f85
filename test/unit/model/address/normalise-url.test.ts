import { expect, test } from 'vitest';
import { normaliseUrl } from '../../../../src/model/address/normalise-url.ts';

test.each([
  ['the fragment goes', 'https://a.example/x#part-2', 'https://a.example/x'],
  ['a hash route stays', 'https://a.example/#/post/5', 'https://a.example/#/post/5'],
  ['a hashbang route stays', 'https://a.example/#!post/5', 'https://a.example/#!post/5'],
  [
    'campaign parameters go, others keep order and spelling',
    'https://a.example/x?b=%20&utm_source=n&a=1&fbclid=2',
    'https://a.example/x?b=%20&a=1',
  ],
  [
    'campaign parameters go in capitals, too',
    'https://a.example/x?UTM_Source=n&FBCLID=2&From=TimeLine&A=1',
    'https://a.example/x?A=1',
  ],
  [
    'a parameter that only has the letters of a tracking one in its name stays',
    'https://a.example/x?chat_id=5&format_id=2',
    'https://a.example/x?chat_id=5&format_id=2',
  ],
  [
    'what newsletters, searches and apps add goes',
    'https://a.example/x?mc_cid=1&srsltid=2&_hsmi=3&_ga=4&ref_src=5&ref_url=6&smid=7&share_token=8&spm=9&bbid=0',
    'https://a.example/x',
  ],
  ['an empty query goes', 'https://a.example/x?utm_medium=m', 'https://a.example/x'],
  ['http and https are one page', 'http://a.example/x', 'https://a.example/x'],
  ['default port, upper-case host and trailing dot', 'HTTP://A.Example.:80/x', 'https://a.example/x'],
  ['other ports are other pages', 'http://a.example:8080/x', 'https://a.example:8080/x'],
  [
    'WeChat articles are four parameters',
    'https://mp.weixin.qq.com/s?__biz=M&mid=1&idx=2&sn=abc&chksm=z&scene=21#wechat_redirect',
    'https://mp.weixin.qq.com/s?__biz=M&mid=1&idx=2&sn=abc',
  ],
  [
    'WeChat articles found by a search are told by their signature',
    'https://mp.weixin.qq.com/s?src=11&timestamp=1700000000&ver=5&signature=a*b&new=1&scene=1',
    'https://mp.weixin.qq.com/s?src=11&timestamp=1700000000&ver=5&signature=a*b&new=1',
  ],
  [
    'WeChat articles of short addresses are told by their path',
    'https://mp.weixin.qq.com/s/aBc-d_E?scene=21&chksm=z#rd',
    'https://mp.weixin.qq.com/s/aBc-d_E',
  ],
  [
    'WeChat albums are told by their own parameters',
    'https://mp.weixin.qq.com/mp/appmsgalbum?__biz=M&action=getalbum&album_id=5&from=timeline#wechat_redirect',
    'https://mp.weixin.qq.com/mp/appmsgalbum?__biz=M&action=getalbum&album_id=5',
  ],
  ['shared in a group', 'https://a.example/x?from=groupmessage', 'https://a.example/x'],
  ['shared with one person', 'https://a.example/x?from=singlemessage', 'https://a.example/x'],
  ['shared on Weibo', 'https://a.example/x?from=weibo', 'https://a.example/x'],
  ['shared by WeChat', 'https://a.example/x?from=wechat', 'https://a.example/x'],
  ['shared from a timeline', 'https://a.example/x?from=timeline&isappinstalled=0', 'https://a.example/x'],
  [
    'from is a parameter of the page elsewhere',
    'https://a.example/trains?from=paris',
    'https://a.example/trains?from=paris',
  ],
  ['not an address', ' not an address ', 'not an address'],
  ['the fragment of a local file goes', 'file:///tmp/a.html?b=1#part-2', 'file:///tmp/a.html?b=1'],
  ['a hash route of a local file stays', 'file:///tmp/a.html#/post/5', 'file:///tmp/a.html#/post/5'],
  ['other schemes stay whole', 'about:blank?a#b', 'about:blank?a#b'],
])('%s', (_what, address, key) => {
  expect(normaliseUrl(address)).toBe(key);
  expect(normaliseUrl(key)).toBe(key);
});
