// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { chooseByline } from '../../../../src/extraction/metadata/choose-byline.ts';
import { cleanByline } from '../../../../src/extraction/metadata/clean-byline.ts';
import { processorTime } from '../../processor-time.ts';

const bylineOf = (html: string) =>
  chooseByline(new DOMParser().parseFromString(html, 'text/html'), 'https://www.example.com/');

test.each([
  ['By Ann Lee', 'Ann Lee'],
  ['By: Ann Lee | March 3, 2022', 'Ann Lee'],
  ['Written by Ann Lee Updated yesterday', 'Ann Lee'],
  ['作者：王小明　责任编辑：李雷', '王小明'],
  ['文／王小明', '王小明'],
  ['作者：加布里埃尔·加西亚·马尔克斯 · 2024-05-01', '加布里埃尔·加西亚·马尔克斯'],
  ['乔治·R·R·马丁', '乔治·R·R·马丁'],
  ['阿尔伯特·爱因斯坦', '阿尔伯特·爱因斯坦'],
  ['张三·新华社', '张三'],
  ['李四·人民日报海外版', '李四'],
  ['王五·中央电视台', '王五'],
  ['Maren Holt·Daily News', 'Maren Holt'],
  ['王小明 · 新华社', '王小明'],
  ['Von Anna Groß', 'Anna Groß'],
  ['Af Lars Jensen', 'Lars Jensen'],
  ['Av: Ola Nordmann', 'Ola Nordmann'],
  ['Avery Stone', 'Avery Stone'],
  ['Yazan: Ahmet Yılmaz', 'Ahmet Yılmaz'],
  ['โดย สมชาย ใจดี', 'สมชาย ใจดี'],
  ['نویسنده: علی رضایی', 'علی رضایی'],
  ['מאת דנה לוי', 'דנה לוי'],
  ['Dec 17, 2025 Ann Lee', 'Ann Lee'],
  ['Sat, 20 Dec, 2025 Ann Lee', 'Ann Lee'],
  ['Ann Lee 18th Dec 2025 The Forum', 'Ann Lee'],
  ['By Ann Lee, Executive Editor', 'Ann Lee'],
  ['Ann Lee, Senior Writer', 'Ann Lee'],
  ['ann_lee Discussion starter', 'ann_lee'],
  ['최윤호 기자 choi@example.com', '최윤호'],
  ['Eine Analyse von Anna Groß', 'Anna Groß'],
  ['Ana Pérez, el 6 de agosto de 2022', 'Ana Pérez'],
  ['A cura di Mario Rossi', 'Mario Rossi'],
  ['Autore: Mario Rossi', 'Mario Rossi'],
  ['Data publicării: 24.12.2023 14:05 Autor: Ion Popescu', 'Ion Popescu'],
  ['דנה לוי פורסם: 24.12.23, 14:05', 'דנה לוי'],
  ['Haber: Ayşe Demir', 'Ayşe Demir'],
  ['Habertürk Ekonomi', 'Habertürk Ekonomi'],
  ['Écrit par Léa Martin avec AFP', 'Léa Martin'],
  ['Penulis: Budi Santoso', 'Budi Santoso'],
  ['लेखक: नवीन कुमार', 'नवीन कुमार'],
  ['Автор статьи: Иван Петров, 6 августа 2022', 'Иван Петров'],
  ['Авторы Иван Петров', 'Иван Петров'],
  ['聯合報／ 記者王小明 ／台北即時報導', '王小明'],
  ['本报记者　李　明', '李 明'],
  ['特約撰稿人 王小明 發自高雄', '王小明'],
  ['Автор, Иван Петров', 'Иван Петров'],
  ['山田太郎記者', '山田太郎記者'],
  ['홍길동기자', '홍길동'],
  ['Ann Lee / TNN / Aug 6, 2022, 10:19 IST', 'Ann Lee / TNN'],
  ['Leonardo da Costa', 'Leonardo da Costa'],
  ['Écrit par Léa Martin', 'Léa Martin'],
  ['Publicado por: Rosa Vidal', 'Rosa Vidal'],
  ['Scritto da Paolo Neri', 'Paolo Neri'],
  ['Geschreven door Jan Smit', 'Jan Smit'],
  ['Verfasst von Karin Vogt', 'Karin Vogt'],
  ['Contributors to Wikimedia projects', 'Contributors to Wikimedia projects'],
])('reads %j as %j', (text, expected) => {
  expect(cleanByline(text)).toBe(expected);
});

test.each([
  'admin',
  'Super User',
  'Edited by Ann Lee',
  'Sat, 20 Dec, 2025 - 10:00',
  'https://facebook.com/ann',
  '@ann',
  '责任编辑：李雷',
  'Written By',
  'Jun 2 Written By',
  'Categoria Saúde e Vigilância',
  '{{author}}',
  '作者：未知',
  'More from this author',
])('refuses %j', (text) => {
  expect(cleanByline(text)).toBeNull();
});

test('prefers a person to the name of the site', () => {
  const page = `<meta property="og:site_name" content="网易"><meta property="article:author" content="网易"><p>作者：王小明</p>`;
  expect(bylineOf(page)).toBe('王小明');
});

test('joins several authors of JSON-LD', () => {
  const data = { '@type': 'NewsArticle', author: [{ name: 'Ann Lee' }, { name: 'Bo Chan' }] };
  expect(bylineOf(`<script type="application/ld+json">${JSON.stringify(data)}</script>`)).toBe('Ann Lee, Bo Chan');
});

test('an organisation that is an author is not taken for the site, so that a name in the text does not replace it', () => {
  const author = { '@type': 'Organization', name: 'Contributors to River Projects' };
  const data = { '@type': 'Article', author, publisher: { '@type': 'Organization', name: 'River Projects' } };
  const script = `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
  expect(bylineOf(`${script}<p>By Ann Lee</p>`)).toBe('Contributors to River Projects');
  expect(bylineOf(`${script.replace('Contributors to ', '')}<p>By Ann Lee</p>`)).toBe('Ann Lee');
});

test('the author of something mentioned in a paragraph is not the author of the article', () => {
  const tale =
    'The ledger was first counted by hand, and for the last ten years with the help of a library of functions';
  const page = (text: string) =>
    `<meta name="author" content="Example"><p>${text} by <a href="/d">Dan Roe</a> in C.</p>`;
  expect(bylineOf(page(`<a href="/l">${tale}</a>`))).toBe('Example');
  expect(bylineOf(page('<time>3 May 2026</time>'))).toBe('Dan Roe');
});

test('finds the author of a Blogger post, which is a widget, and not a linked account', () => {
  const post = '<span class="post-author vcard">Posted by <span class="fn" itemprop="author">Ann Lee</span></span>';
  expect(bylineOf(`<div class="widget Blog">${post}</div>`)).toBe('Ann Lee');
  expect(bylineOf(`<div class="widget Profile">${post}</div>`)).toBeNull();
  expect(bylineOf('<p><a href="https://bsky.app/profile/ann.example">Sky Blue</a></p>')).toBeNull();
});

test('does not take the author of a comment', () => {
  expect(bylineOf('<div class="comments"><span class="author">Troll Face</span></div>')).toBeNull();
});

test('takes a line that announces an author', () => {
  expect(bylineOf('<p><span>By</span> <b>Ann Lee</b></p>')).toBe('Ann Lee');
});

test.each([
  ['Von Anna Groß', 'Anna Groß'],
  ['Por Ana Pérez', 'Ana Pérez'],
  ['Di Mario Rossi', 'Mario Rossi'],
  ['Door Jan de Vries', 'Jan de Vries'],
  ['Автор: Иван Петров', 'Иван Петров'],
  ['بقلم: أحمد محمد', 'أحمد محمد'],
  ['โดย สมชาย ใจดี', 'สมชาย ใจดี'],
  ['〔記者王小明／台北報導〕', '王小明'],
  ['홍길동 기자', '홍길동'],
  ['Submitted by Ann Lee', 'Ann Lee'],
  ['Yazar: Ahmet Yılmaz', 'Ahmet Yılmaz'],
  ['Szerző: Kovács Péter', 'Kovács Péter'],
  ['Teksti: Liisa Virtanen', 'Liisa Virtanen'],
  ['日期：2022年08月06日 文/图：李雷 来源：党政办 点击：[12]', '李雷'],
  ['时间：2022-08-06　　作者：生活小能手　　浏览：12次', '生活小能手'],
  ['（撰稿：王小明 摄影：李雷）', '王小明'],
])('recognises a line that announces an author, in capitals and in any language: %s', (line, name) => {
  expect(bylineOf(`<p>${line}</p>`)).toBe(name);
});

test('takes the name in an author box and not the whole box, and an account if there is no name', () => {
  const box = '<div class="article-author"><h4><a href="/author/wang">老王</a></h4>一个爱折腾的站长</div>';
  expect(bylineOf(box)).toBe('老王');
  expect(bylineOf('<p data-testid="author-name">城市观察</p>')).toBe('城市观察');
});

test('ignores words in a drawing', () => {
  const words = '<svg><text>ORDER</text><text>BY</text><text>LIMIT</text></svg>';
  expect(bylineOf(`<main>${words}<p>The order of the rows.</p></main>`)).toBeNull();
  expect(bylineOf(`<main>${words}<p>By Ann Lee</p></main>`)).toBe('Ann Lee');
});

test.each(['autor', 'autore', 'auteur', 'username'])('finds an author with the class "%s"', (name) => {
  expect(bylineOf(`<p class="submitted">3 May, <b class="${name}">Ioana Popescu</b></p>`)).toBe('Ioana Popescu');
});

test.each(['Von der Leyen', 'Por Favor', '사회부 기자', 'Di Maio', '記者获悉，桥／路均已修好'])(
  'takes no author from: %s',
  (line) => expect(bylineOf(`<p>${line}</p>`)).toBeNull(),
);

test('takes an author from the footer of an article, and not from that of a page', () => {
  const foot = '<footer><p>Posted by Ann Lee</p></footer>';
  expect(bylineOf(`<article>${foot}</article>`)).toBe('Ann Lee');
  expect(bylineOf(foot)).toBeNull();
});

test.each([
  ['<p>北方新闻记者 王小明</p>', '王小明'],
  ['<p>本报记者　李　明</p>', '李 明'],
  ['<meta name="content_author" content="Rina Ayu Larasati">', 'Rina Ayu Larasati'],
  ['<h2>Article by</h2><div>Ann Lee</div>', 'Ann Lee'],
  ['<div class="author-detail">港口手记 特邀作者 写船与海的第一刊物</div><p>作者：王小明</p>', '王小明'],
])('%s', (html, expected) => expect(bylineOf(html)).toBe(expected));

test.each([
  ['（记者王小明、李雷）港口从北面开始结冰，绳子变硬。', '王小明、李雷'],
  ['北方网大连8月6日电 (记者 王小明)港口从北面开始结冰，绳子变硬。', '王小明'],
  ['（北方社記者王小明台北6日電）港口從北面開始結冰，繩子變硬。', '王小明'],
  ['〔記者王小明／台北報導〕港口從北面開始結冰，繩子變硬。', '王小明'],
  ['[서울=북방뉴스] 홍길동 기자 = 항구는 북쪽부터 얼기 시작한다.', '홍길동'],
  ['[북방경제 홍길동 기자] 항구는 북쪽부터 얼기 시작한다.', '홍길동'],
])('who reports stands with the place and day of the report: %s', (line, name) => {
  expect(bylineOf(`<p>${line}${line.slice(-10).repeat(12)}</p>`)).toBe(name);
});

test.each([
  '灯塔一景。（记者 王小明 摄）',
  '灯塔一景。（记者王小明摄）',
  '（记者手记）',
  '他说（有记者问起这件事）就走了。',
])('takes no reporter from: %s', (line) => expect(bylineOf(`<p>${line}</p>`)).toBeNull());

test.each([
  ['a paper in the head', '<meta name="author" content="北方通訊社"><p>（北方社記者王小明台北6日電）</p>', '王小明'],
  ['a portal’s paper', '<meta property="og:article:author" content="북방일보"><p>홍길동 기자</p>', '홍길동'],
  [
    'what the title ends with',
    '<title>冰-虎鲸</title><meta name="author" content="虎鲸"><p>作者｜王小明</p>',
    '王小明',
  ],
  ['an account', '<a id="js_name">北方人物</a><p>作者 | 王小明</p>', '王小明'],
  [
    'a team of the software',
    '<meta name="author" content="Discuz! Team and Comsenz UI Team"><p>作者：王小明</p>',
    '王小明',
  ],
])('prefers a person to %s', (_, html, expected) => expect(bylineOf(html)).toBe(expected));

test.each([
  ['<meta name="author" content="北方通訊社">', '北方通訊社'],
  ['<main><a class="follow-nickName">王小明</a></main>', '王小明'],
  ['<div role="main"><a href="/u/1"><img alt=""></a><a href="/u/1">王小明</a></div>', '王小明'],
])('takes an account when no person is named: %s', (html, expected) => expect(bylineOf(html)).toBe(expected));

test.each(['writer', 'yazar', 'szerzo', 'sv_member'])('finds an author that a site marks as %s', (name) =>
  expect(bylineOf(`<div><span class="${name}">Ann Lee</span> <span>10:19</span></div>`)).toBe('Ann Lee'),
);

test.each([
  ['<p>Verfasst von <b>Karin Vogt</b></p>', 'Karin Vogt'],
  ['<div>Écrit par <span>Léa Martin</span></div>', 'Léa Martin'],
  ['<div>Escrito por <span>Ana Lima</span></div>', 'Ana Lima'],
  ['<div>Scritto da <span>Anna Rossi</span></div>', 'Anna Rossi'],
  ['<div>Geschreven door <span>Anna Vries</span></div>', 'Anna Vries'],
  ['<div>Rédigé par <span>Léa Martin</span></div>', 'Léa Martin'],
  ['<p>•記者王小明／台北報導</p>', '王小明'],
  ['<footer class="node"><span>Yazan</span> <span>Elif Kaya</span></footer>', null],
  ['<article><footer>Yazan <span>Elif Kaya</span></footer></article>', 'Elif Kaya'],
  ['<p class="article-author">Jonas Weber <time>vor 6 Monaten</time> Aktualisiert</p>', 'Jonas Weber'],
  ['<p class="article-author"><time>vor 6 Monaten</time> Jonas Weber</p>', 'Jonas Weber'],
  ['<ul><li><a href="/x">Tuning the lamps</a> by Greg Holm</li></ul>', null],
  ['<ul><li>by Greg Holm</li></ul>', 'Greg Holm'],
])('reads %s as %j', (html, expected) => {
  expect(bylineOf(html)).toBe(expected);
});

test('reads capitals that could be split into names in many ways quickly', () => {
  const start = processorTime();
  expect(bylineOf(`<p>By ${'A'.repeat(54)}!</p>`)).toBeNull();
  // Minutes, when each way to cut them is tried.
  expect(processorTime() - start).toBeLessThan(5000);
  expect(bylineOf('<p>By AFP</p>')).toBe('AFP');
  expect(bylineOf('<p>By MARIA VAN DER BERG</p>')).toBe('MARIA VAN DER BERG');
  expect(bylineOf('<p>By Maria van der Berg, Jan de Wit</p>')).toBe('Maria van der Berg, Jan de Wit');
});

test.each([
  ['<a rel="author">Ann Lee</a> and <a rel="author">Bo Chan</a>', 'Ann Lee, Bo Chan'],
  [
    '<a rel="author">Anna Groß</a> und <a rel="author">Max Weber</a> und <a rel="author">Eva Kurz</a>',
    'Anna Groß, Max Weber, Eva Kurz',
  ],
  ['<a class="author">Mario Rossi</a> e <a class="author">Lia Conti</a>', 'Mario Rossi, Lia Conti'],
  ['<a class="author">Ana Pérez</a> y <a class="author">Luis Gil</a>', 'Ana Pérez, Luis Gil'],
  ['<i class="author">王小明</i>、<i class="author">李小雷</i>', '王小明, 李小雷'],
  ['<p>Von Anna Groß und Max Weber</p>', 'Anna Groß und Max Weber'],
  ['<p>Di Mario Rossi e Lia Conti</p>', 'Mario Rossi e Lia Conti'],
  ['<p>Par Léa Martin et Luc Petit</p>', 'Léa Martin et Luc Petit'],
])('names all co-authors: %s', (html, names) => {
  expect(bylineOf(html)).toBe(names);
});

test('does not join names without a word such as "and" between them', () => {
  for (const between of ['on', ', ', '|'])
    expect(bylineOf(`<a rel="author">Ann Lee</a> ${between} <a rel="author">The Daily</a>`)).toBe('Ann Lee');
});

test.each([
  ['editor3', '<a href="/author/zeynep">Zeynep Aksoy</a>', 'Zeynep Aksoy'],
  ['redazione', '<a href="/author/giulia">Giulia Ferraris</a>', 'Giulia Ferraris'],
  ['giuliaf', '<p>The ferry came back.</p>', 'giuliaf'],
  ['gwern', '<p>The ferry came back with <a href="/people/john">John Smith</a>.</p>', 'gwern'],
  ['bell hooks', '<a href="/author/giulia">Giulia Ferraris</a>', 'bell hooks'],
])(
  'prefers a person that the page marks as the author to an account in the head, such as %s',
  (account, html, expected) => {
    expect(bylineOf(`<meta name="author" content="${account}"><article>${html}</article>`)).toBe(expected);
  },
);

test('takes only the linked name from an author box', () => {
  const html = '<div class="autor"><a href="/a/7">António Sequeira</a><div>Professor aposentado</div></div>';
  expect(bylineOf(`<article>${html}</article>`)).toBe('António Sequeira');
});

test('ignores a class that only begins like that of an author box', () => {
  const html = '<p class="byline">Por Juan Pérez</p><div class="autorizado"><a href="/t">Ministerio de Salud</a></div>';
  expect(bylineOf(`<article>${html}</article>`)).toBe('Juan Pérez');
});
