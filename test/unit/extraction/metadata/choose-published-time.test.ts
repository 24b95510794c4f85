// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import { choosePublishedTime } from '../../../../src/extraction/metadata/choose-published-time.ts';

const NOW = new Date('2026-06-01T12:00:00Z');
const dateIn = (html: string, lang = 'en') =>
  choosePublishedTime(new DOMParser().parseFromString(html, 'text/html'), 'https://www.example.com/a', {
    now: NOW,
    lang,
  });

const SENTENCE =
  'The lamp has been wound every four hours since, and nobody on the rock remembers a night without it. ';

test.each([
  ['a line of its own', '<div>3 May 2026</div>', '2026-05-03'],
  ['the beginning of a page set in one paragraph', `<p>3 May 2026<br>${SENTENCE.repeat(3)}</p>`, '2026-05-03'],
  ['a cell of a page laid out as a table', `<table><td>3 May 2026<br>${SENTENCE.repeat(3)}</table>`, '2026-05-03'],
])('a date that no element marks is found in %s', (_, html, expected) => {
  expect(dateIn(html)).toBe(expected);
});

test('a day in the middle of a long paragraph is not that of publication, though an element marks it', () => {
  const day = '<time datetime="2024-05-03">3 May 2024</time>';
  expect(dateIn(`<h1>The lamp</h1><p>${SENTENCE}It went out on ${day} for good. ${SENTENCE}</p>`)).toBeNull();
  expect(dateIn(`<h1>The lamp</h1><p>By Ida Berg on ${day}</p><p>${SENTENCE}</p>`)).toBe('2024-05-03');
});

test('reads the time element inside a box with a date class', () => {
  const html =
    '<span class="published">Julkaistu <time datetime="2026-01-29T09:12:00+02:00">29.1.2026 klo 9.12</time></span>';
  expect(dateIn(html, 'fi')).toBe('2026-01-29T09:12:00+02:00');
});

test('reads the date from the title of an element whose datetime is relative', () => {
  expect(dateIn('<time datetime="2 hours" title="2024-01-03T08:00:00Z">2 h</time>')).toBe('2024-01-03T08:00:00Z');
});

test.each([
  ['a paragraph', `<p>${SENTENCE} Since <a href="/3">version 3</a> (4 September 2007), <i>${SENTENCE}</i></p>`],
  ['a listing', '<pre><span>drwxr-xr-x 5 root 4096 Dec 19 2000</span> pool</pre>'],
  ['code in a cell', '<table><tr><td><code>1999-01-08</code><td>ISO 8601</table>'],
])('a date in %s is not the day of publication', (_, html) => {
  expect(dateIn(`<p>${SENTENCE}</p>${html}`)).toBeNull();
});

test.each([
  ['<span class="time">已于 2024-03-04 修改</span><div class="up-time">于 2022-08-06 首次发布</div>', '2022-08-06'],
  ['<span class="time">更新于 2024-03-04</span>', '2024-03-04'],
  ['<span class="time">发布于 2022-08-06 更新于 2024-03-04</span>', '2022-08-06'],
  ['<p>最終更新日 <time>2024-03-04</time></p><p>投稿日 <time>2022-08-06</time></p>', '2022-08-06'],
  ['<li class="date">수정 2024-03-04</li><li class="date">등록 2022-08-06</li>', '2022-08-06'],
])('takes the date of the last change only when there is no other: %s', (html, expected) => {
  expect(dateIn(html)).toBe(expected);
});

test('ignores a date that is a link, whatever follows it', () => {
  expect(dateIn('<p><a href="/archive">May 1, 2026</a><i> </i></p>')).toBeNull();
});

test('does not take a menu before a date for its label', () => {
  const menu = '<nav>首页 国内 国际 财经 科技 体育 娱乐 军事 汽车 房产 教育 健康 旅游 最近更新 关于我们 联系方式</nav>';
  expect(
    dateIn(`${menu} <time>2026-05-04</time> <p>它进来了。</p> <ul><li>发布：<time>2026-05-01</time></li></ul>`, 'zh'),
  ).toBe('2026-05-04');
});

test.each([
  '<p>Updated: May 1, 2026</p><h1>The tide</h1><p>It came in.</p><ul><li>May 9, 2026</li></ul>',
  '<h1>The tide</h1><p>Updated: <time>May 1, 2026</time></p><p>It came in.</p><ul><li><time>May 9, 2026</time></li></ul>',
])('takes the date of the last change when no other is said to be that of publication: %s', (html) => {
  expect(dateIn(html)).toBe('2026-05-01');
});

test.each([
  ['<p class="article-date">Updated May 4, 2026</p><p class="article-date">Published May 1, 2026</p>', 'en'],
  ['<span class="article-date">Aggiornato il 4 maggio 2026 - Pubblicato il 1 maggio 2026</span>', 'it'],
  ['<span class="article-date">Zuletzt aktualisiert: 4.5.2026, veröffentlicht: 1.5.2026</span>', 'de'],
  ['<div class="meta">Mis à jour le 4 mai 2026 - Publié le 1 mai 2026</div>', 'fr'],
  ['<p>Actualizado: 4 de mayo de 2026</p><p>Publicado: 1 de mayo de 2026</p>', 'es'],
  ['<i>Обновлено</i> <time>4 мая 2026</time> <i>Опубликовано</i> <time>1 мая 2026</time>', 'ru'],
  ['<div class="meta">Geändert am 4.5.2026, veröffentlicht 1.5.2026</div>', 'de'],
  ['<div class="meta">Atualizado em 4 de maio de 2026 - Publicado em 1 de maio de 2026</div>', 'pt'],
  ['<div class="meta">Uppdaterad 2026-05-04 Publicerad 2026-05-01</div>', 'sv'],
  ['<div class="meta">تحديث: 2026-05-04 نشر: 2026-05-01</div>', 'ar'],
  ['<div class="meta">수정 2026.05.04 등록 2026.05.01</div>', 'ko'],
  ['<div>更新：<b>2026-05-04</b></div><div>发布：<b>2026-05-01</b></div>', 'zh'],
  ['<span class="time">更新于 2026-05-04 发布于 2026-05-01</span>', 'zh'],
])('prefers the date of publication behind that of the last change: %s', (html, lang) => {
  expect(dateIn(html, lang)).toBe('2026-05-01');
});

test('reads the text of a paragraph with hundreds of short texts once', () => {
  const { get } = Object.getOwnPropertyDescriptor(Node.prototype, 'textContent') ?? {};
  let asked = 0;
  let longOne = 'P';
  vi.spyOn(Node.prototype, 'textContent', 'get').mockImplementation(function (this: Node) {
    if (this.nodeName === longOne) asked += 1;
    return get?.call(this);
  });
  expect(dateIn(`<p>${'<b>3 May 2026</b> and words. '.repeat(300)}</p><div>4 May 2026</div>`)).toBe('2026-05-03');
  expect(dateIn(`<p>${SENTENCE}${'<b>3 May 2026</b> and words. '.repeat(300)}</p><div>4 May 2026</div>`)).toBe(
    '2026-05-04',
  );
  longOne = 'LI';
  const pieces = '<p>in room 12345</p><i>other 6789</i>';
  expect(dateIn(`<ul><li>${pieces.repeat(300)}${SENTENCE}</li></ul><div>4 May 2026</div>`)).toBe('2026-05-04');
  vi.restoreAllMocks();
  expect(asked).toBeLessThan(10);
});

test.each([
  '<article><hr><address>By Ida Berg on <time datetime="2024-05-03">3 May</time></address></article>',
  '<article><footer class="footer">Published <time datetime="2024-05-03">3 May</time></footer></article>',
  '<div class="post"><p class="footer">Posted on <span class="date">3 May 2024</span></p></div>',
  '<h1>The lamp</h1><p>It was wound.</p><hr><address>Ida Berg, 3 May 2024</address>',
])('a day that the author tells below the text counts: %s', (html) => {
  expect(dateIn(html)).toBe('2024-05-03');
});

test('a box named after a sidebar that holds the title holds the day as well', () => {
  expect(dateIn('<div class="sidebar-1"><span class="date">3/5/2026, 10:19</span><h1>Title</h1></div>', 'vi')).toBe(
    '2026-05-03T10:19:00+07:00',
  );
});

test('a day before which something is due is no day of publication', () => {
  expect(dateIn('<p>農民可於5月10日前向所屬農會登記。</p>', 'zh-Hant')).toBeNull();
});
