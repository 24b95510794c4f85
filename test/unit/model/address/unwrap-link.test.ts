import { expect, test } from 'vitest';
import { unwrapLink } from '../../../../src/model/address/unwrap-link.ts';

const STORY = 'https://news.example/2026/harbour?page=2#end';
const inside = encodeURIComponent(STORY);

test.each([
  `https://www.google.com/url?sa=t&q=${inside}&ved=2ah`,
  `https://google.co.uk/url?url=${inside}`,
  `https://l.facebook.com/l.php?u=${inside}&h=AT0`,
  `https://l.instagram.com/?u=${inside}&e=AT`,
  `https://www.youtube.com/redirect?event=video_description&q=${inside}`,
  `https://duckduckgo.com/l/?uddg=${inside}&rut=1`,
  `https://link.zhihu.com/?target=${inside}`,
  `https://link.juejin.cn/?target=${inside}`,
  `https://www.jianshu.com/go-wild?ac=2&url=${inside}`,
  `https://weibo.cn/sinaurl?u=${inside}`,
  `https://l.facebook.com/l.php?u=${encodeURIComponent(`https://www.google.com/url?q=${inside}`)}`,
])('a link that only leads on is kept as what it leads to: %s', (address) => {
  expect(unwrapLink(address)).toBe(STORY);
});

test('a copy for phones is kept as the page it was made of', () => {
  expect(unwrapLink('https://www.google.com/amp/s/news.example/harbour/amp?x=1')).toBe(
    'https://news.example/harbour/amp?x=1',
  );
  expect(unwrapLink('https://news-example.cdn.ampproject.org/c/s/news.example/harbour')).toBe(
    'https://news.example/harbour',
  );
  expect(unwrapLink('https://news-example.cdn.ampproject.org/v/news.example/harbour')).toBe(
    'http://news.example/harbour',
  );
  expect(
    unwrapLink(
      'https://xn---news--site-example-k663b2728c.cdn.ampproject.org/v/s/news.example/harbour?amp_gsa=1&p=%C3%A9+2&amp_js_v=a9&usqp=mq3%3D#amp_tf=1',
    ),
  ).toBe('https://news.example/harbour?p=%C3%A9+2');
  expect(unwrapLink('https://www.google.com/amp/s/news.example/harbour?usqp=mq331AQ')).toBe(
    'https://news.example/harbour',
  );
});

test.each([
  STORY,
  `https://news.example/url?q=${inside}`,
  `https://www.google.com/search?q=${inside}`,
  `https://translate.google.com/translate?u=${inside}`,
  `https://www.facebook.com/sharer.php?u=${inside}`,
  'https://www.google.com/url?q=javascript%3Aalert(1)',
  'https://www.google.com/url?q=/search%3Fq%3Dtide',
  'https://www.baidu.com/link?url=Zk3aQ',
  'https://www.google.com/amp/s/',
  'mailto:a@news.example',
  'no address',
])('any other stays as it is: %s', (address) => {
  expect(unwrapLink(address)).toBe(address);
});
