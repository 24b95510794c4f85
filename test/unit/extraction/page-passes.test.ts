// @vitest-environment jsdom
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readPurpose, readRegistry } from '../../../scripts/extraction/read-registry.ts';
import { extractArticle } from '../../../src/extraction/extract-article.ts';
import type { PageContext } from '../../../src/extraction/extraction-pass.ts';
import { BODY_PASSES, CLEANING_PASSES, PAGE_PASSES } from '../../../src/extraction/extraction-passes.ts';
import { showHiddenBody } from '../../../src/extraction/page-passes/show-hidden-body.ts';

const SOURCES = join(import.meta.dirname, '../../../src/extraction');
const STORY = 'The harbour was quiet, the boats were in, and nobody on the quay spoke of what had happened. '.repeat(3);
const BODY = `<h1>A quiet harbour</h1>${`<p>${STORY}</p>`.repeat(5)}`;

function pageOf(body: string): Document {
  const html = `<!doctype html><title>A quiet harbour</title><body>${body}</body>`;
  return new DOMParser().parseFromString(html, 'text/html');
}

const read = (page: Document) =>
  extractArticle(page, { url: 'https://example.org/news/a-quiet-harbour', rootOf: ({ shadowRoot }) => shadowRoot });

test('every pass file is in the registry under its own name and says why', () => {
  const files = ['page-passes', 'body-passes'].flatMap((folder) =>
    readdirSync(join(SOURCES, folder)).map((file) => join(SOURCES, folder, file)),
  );
  const passes = files.filter((file) => /: (?:PagePass|BodyPass) = \{/.test(readFileSync(file, 'utf8')));
  const names = passes.map((file) => file.split('/').at(-1)?.replace('.ts', ''));
  const registered = readRegistry('extraction-passes.ts');
  expect(registered.toSorted()).toEqual(names.toSorted());
  expect([...PAGE_PASSES, ...CLEANING_PASSES, ...BODY_PASSES]).toHaveLength(registered.length);
  expect(passes.filter((file) => !/.{30,}\.$/.test(readPurpose(file)))).toEqual([]);
});

const AROUND: [what: string, html: string][] = [
  ['navigation', '<nav><a href="/a">Harbour news of the week in pictures</a></nav>'],
  ['a share bar', '<div class="social-share-bar">Share this harbour story with your friends</div>'],
  [
    'related articles',
    '<div class="relatedPosts"><h3>Related harbour stories</h3><p>Harbour master retires after forty years.</p></div>',
  ],
  [
    'a newsletter box',
    '<div class="newsletter-signup"><p>Get our harbour letter every morning, free of charge.</p></div>',
  ],
  ['a cookie wall', '<div id="cookie-banner"><p>This harbour uses cookies to make your visit sweeter.</p></div>'],
  ['comments', '<div id="comments"><p>Harbour reader Ada wrote: I was there and saw it all.</p></div>'],
  ['an advertisement', '<div class="ad-slot"><p>Buy a harbour boat today, only nine thousand crowns.</p></div>'],
  ['a QR box', '<div class="qrcode">扫码关注 harbour 公众号</div>'],
];

test.each(AROUND)('%s is dropped, before and after the text', async (_what, html) => {
  const { text } = await read(pageOf(`${html}<main>${BODY}</main>${html}`));
  expect(text).toContain('The harbour was quiet');
  expect(text).not.toMatch(/harbour (?:news|story|stories|master|letter|uses|reader|boat|公众号)/i);
});

test('comments and menus are dropped although they are longer than the article', async () => {
  const ada = '<p>Harbour reader Ada wrote: I was there and saw it all, and I would not go again for any money.</p>';
  const { text } = await read(
    pageOf(`<main><h1>A quiet harbour</h1><p>${STORY}</p></main><div id="comments">${ada.repeat(4)}</div>`),
  );
  expect(text).toContain('The harbour was quiet');
  expect(text).not.toContain('Ada');
});

test('a call to action is dropped', async () => {
  const call = '<p>“年度港口评选”火热进行中！【<a href="/vote">点击投票</a>】选出你心目中的港口。</p>';
  const { text } = await read(pageOf(`<main>${call}${BODY}</main>`));
  expect(text).not.toContain('投票');
});

test.each([
  'Story continues below advertisement',
  'Continue reading',
  '請繼續往下閱讀…',
  '▼ 继续阅读',
  '続きを読む',
  '계속 읽기',
  'Weiterlesen »',
  'Sigue leyendo',
  'Читать далее',
])('the line "%s" between two paragraphs is dropped', async (line) => {
  const { text } = await read(pageOf(`<main>${BODY}<p>${line}</p>${BODY}<p>${line} ${STORY}</p></main>`));
  expect(text.split(line)).toHaveLength(2);
});

test('a copyright line at the end becomes part of the attribution', async () => {
  const { text, attribution } = await read(pageOf(`<main>${BODY}<p>© RIPRODUZIONE RISERVATA</p></main>`));
  expect(text).not.toContain('RISERVATA');
  expect(attribution).toBe('© RIPRODUZIONE RISERVATA');
});

test.each([
  '<p><strong>Related:</strong> <a href="/a">How the harbour master lost his lamp</a></p>',
  '<p>💡 <a href="/a">Related story: how the harbour master lost his lamp</a></p>',
  '<h5>[Also read: <a href="/a">How the harbour master lost his lamp</a>]</h5>',
  '<p>延伸阅读：<a href="/a">lamp 港口的灯是怎样丢失的</a></p>',
  '<p>相關新聞請見︰<a href="/a">lamp 港口的燈是怎樣丟失的</a></p>',
  '<p>Lesen Sie auch: <a href="/a">lamp: Wie der Hafenmeister sein Licht verlor</a></p>',
  '<p><strong><a href="/a">À lire aussi : lamp, la lumière perdue du port</a></strong></p>',
  '<p>👉 LEIA TAMBÉM: <a href="/a">lamp, a luz perdida do porto</a></p>',
  '<p>Czytaj też: <a href="/a">lamp, zgubione światło portu</a></p>',
  '<p>Читайте также: <a href="/a">lamp, или пропавший огонь порта</a></p>',
  '<p>関連記事：<a href="/a">lamp 港の灯はこうして消えた</a></p>',
  '<p>▶ 관련기사: <a href="/a">lamp 항구의 등불은 이렇게 사라졌다</a></p>',
  '<p>Baca juga: <a href="/a">lamp yang hilang di pelabuhan</a></p>',
  '<p>اقرأ أيضًا: <a href="/a">lamp كيف فقد الميناء مصباحه</a></p>',
  '<p>بیشتر بخوانید: <a href="/a">lamp چگونه بندر چراغش را گم کرد</a></p>',
  '<p>קראו גם: <a href="/a">lamp כך איבד הנמל את מנורתו</a></p>',
  '<p>यह भी पढ़ें: <a href="/a">lamp बंदरगाह का दीपक कैसे खोया</a></p>',
  '<p><strong>อ่านข่าวเพิ่มเติม: </strong><a href="/a">lamp โคมไฟที่หายไปจากท่าเรือ</a></p>',
  '<p>اقرأ أيضا: <a href="/a">lamp كيف فقد الميناء مصباحه</a></p>',
  '<p>קראו עוד: <a href="/a">lamp כך איבד הנמל את מנורתו</a></p>',
  '<p><b>यह भी पढ़ें- <a href="/a">lamp बंदरगाह का दीपक कैसे खोया</a></b></p>',
  '<p><a href="/a"><b>İLGİLİ HABER: lamp, limanın kaybolan ışığı</b></a></p>',
  '<p><strong>Læs også: <a href="/a">lamp, havnens forsvundne lys</a></strong></p>',
  '<p><b>Te puede interesar: </b><a href="/a"><b>lamp, la luz perdida del puerto</b></a></p>',
  '<p>Potrebbe interessarti: <a href="/a">lamp, la luce perduta del porto</a></p>',
  '<p><strong>Leggi anche &gt;&gt; <a href="/a">lamp, la luce perduta del porto</a></strong></p>',
  '<p>Mohlo by vás zaujímať <a href="/a">lamp, stratené svetlo prístavu</a></p>',
  '<p>Mohlo by Vás také zajímat: <a href="/a">lamp, ztracené světlo přístavu</a></p>',
  '<p>Saiba mais: <a href="/a">lamp, a luz perdida do porto</a></p>',
  '<p><a href="/a">ΔΙΑΒΑΣΤΕ ΑΚΟΜΗ: lamp, το χαμένο φως του λιμανιού</a></p>',
  '<p>اقرأ أيضا.. <a href="/a">lamp كيف فقد الميناء مصباحه</a></p>',
  '<p>یہ بھی پڑھیں: <a href="/a">lamp بندرگاہ کا کھویا ہوا چراغ</a></p>',
  '<p>ये भी पढ़ें- <a href="/a">lamp बंदरगाह का दीपक कैसे खोया</a></p>',
  '<p>আরও পড়ুন: <a href="/a">lamp বন্দরের হারানো বাতি</a></p>',
  '<div class="inline"><span>Lees ook</span><a href="/a">lamp, het verdwenen licht van de haven</a></div>',
  '<p>CZYTAJ TEŻ:</p><ul><li><a href="/a">lamp, zgubione światło portu</a></li><li><a href="/b">lamp druga</a></li></ul>',
  '<div><p>আরও পড়ুন</p><a href="/a"><h5>lamp বন্দরের হারানো বাতি</h5></a></div>',
  '<p>Подписывайтесь на наш <a href="https://t.me/harbour">lamp в Telegram</a>, чтобы знать больше.</p>',
  '<p><b>Google News lamp: <a href="https://news.google.com/publications/x">takip edin</a></b></p>',
])('a link to another article between paragraphs is dropped: %s', async (line) => {
  const { text } = await read(pageOf(`<main>${BODY}${line}<p>Then ${STORY}</p><p>At last ${STORY}</p></main>`));
  expect(text).toContain('At last');
  expect(text).not.toContain('lamp');
});

test.each([
  '<p>Related: whoever saw the lamp may tell <a href="/a">the office</a>, which opens at seven.</p>',
  '<p>Unrelated: <a href="/a">the lamp that was put out last year in the tower</a></p>',
  '<p>Harbour-related: <a href="/a">the lamp that was put out last year in the tower</a></p>',
  '<p>Открыт музей, а также <a href="/a">старая башня и ее lamp, починенный в мае</a> прошлого года.</p>',
  '<p>Siehe auch:</p><ul><li><a href="/a">Die lamp im Turm</a></li></ul>',
  '<p>Об этом пишет Telegram-канал <a href="https://t.me/harbour">lamp</a>.</p>',
  '<p>Чтобы вывести lamp на печать, нажмите Ctrl+P и выберите принтер.</p>',
  '<p>Mohlo by se stát, <a href="/a">že nová lamp bude hotová až příští rok</a></p>',
])('a paragraph that only begins like such a line is kept: %s', async (line) => {
  const { text } = await read(pageOf(`<main>${BODY}${line}<p>Then ${STORY}</p><p>At last ${STORY}</p></main>`));
  expect(text).toContain('lamp');
});

test('category and number of hits beside the article are dropped', async () => {
  const facts = '<dl class="article-info text-muted"><dt>Details</dt><dd>Category: News</dd><dd>Hits: 1234</dd></dl>';
  const { text } = await read(pageOf(`<main><h1>A quiet harbour</h1>${facts}${BODY}</main>`));
  expect(text).not.toContain('1234');
});

test.each([
  // Comes into view as one scrolls.
  '<div class="hideme"><p>The lamp was found.</p></div>',
  // A warning, in Spanish.
  '<div class="advertencia"><p>La lamp no se debe tocar.</p></div>',
  '<table id="votes"><tr><td>The lamp</td><td>1,200</td></tr><tr><td>The bell</td><td>800</td></tr></table>',
  '<p id="votes">The votes for the lamp were counted by hand in the hall of the harbour, which took two days.</p>',
])('a class that names boilerplate elsewhere loses no text here: %s', async (box) => {
  const { text } = await read(pageOf(`<main>${BODY}${box}<p>At last ${STORY}</p></main>`));
  expect(text).toContain('lamp');
});

test('a dot in an id does not save a box without a heading', async () => {
  const box =
    '<div id="comments.list"><p>I was there when the lamp went out, and it was worse than you tell.</p></div>';
  const { text } = await read(pageOf(`<main>${BODY}${box}<p>At last ${STORY}</p></main>`));
  expect(text).not.toContain('lamp');
});

test('an article in a box named like boilerplate is kept', async () => {
  const { text } = await read(pageOf(`<div class="sidebar related"><main>${BODY}</main></div>`));
  expect(text).toContain('The harbour was quiet');
});

test('an article in several sections is kept completely', async () => {
  const section = (n: number) =>
    `<section class="block-${n}"><div><div><h2>Part ${n}</h2><p>Part ${n}: ${STORY}</p></div></div></section>`;
  const { text } = await read(pageOf(`<div>${[1, 2, 3, 4].map(section).join('<hr>')}</div>`));
  for (const n of [1, 2, 3, 4]) expect(text).toContain(`Part ${n}: The harbour`);
});

test('text in open shadow roots is read, with its slots filled', async () => {
  const page = document.implementation.createHTMLDocument('A quiet harbour');
  const host = page.body.appendChild(page.createElement('story-page'));
  host.innerHTML = `<p slot="lead">First came the fog. ${STORY}</p>`;
  host.attachShadow({ mode: 'open' }).innerHTML = `<article><slot name="lead"></slot>${BODY}</article>`;
  const { text } = await read(page);
  expect(text).toMatch(/First came the fog[\s\S]*The harbour was quiet/);
});

test('text that an element repeats in its shadow root is read once, as it is drawn', async () => {
  const page = pageOf(`<main>${BODY}<p>Opened <relative-time>Jan 1, 2024</relative-time> by Ada. ${STORY}</p></main>`);
  const time = page.querySelector('relative-time');
  if (time) time.attachShadow({ mode: 'open' }).textContent = 'two years ago';
  expect((await read(page)).text).toMatch(/Opened\s+two years ago\s+by Ada\./);
});

test('text between pairs of br becomes paragraphs', async () => {
  const { html, text } = await read(
    pageOf(`<div id="text">${STORY}<br><br>${STORY}<br> <br>${STORY}<br>${STORY}</div>`),
  );
  expect(html.match(/<p>/g)).toHaveLength(3);
  expect(text.split('\n')).toHaveLength(4);
});

test('indents made of spaces are dropped', async () => {
  const han = '重庆与百度走到了一起，港口的船都回来了，码头上没有人说话。'.repeat(6);
  const { html } = await read(
    pageOf(`<article><p>\u3000\u3000${han}</p><p><span>&nbsp;&nbsp;&nbsp;&nbsp;${han}</span></p></article>`),
  );
  expect(html).not.toMatch(/\u3000|\u00a0|&nbsp;/);
});

test('the live page is not changed, not even for a moment', async () => {
  const page = pageOf(
    `<div hidden>${STORY}</div><template shadowrootmode="open"><p>x</p></template><main>${BODY}</main>`,
  );
  const before = new XMLSerializer().serializeToString(page);
  const changes: MutationRecord[] = [];
  const observer = new MutationObserver((records) => changes.push(...records));
  observer.observe(page, { subtree: true, childList: true, attributes: true, characterData: true });
  await read(page);
  changes.push(...observer.takeRecords());
  expect(changes).toEqual([]);
  expect(new XMLSerializer().serializeToString(page)).toBe(before);
});

test('what the live page does not draw is dropped, unless it is collapsed or most of the page', async () => {
  const drawn = (hidden: string) => {
    Element.prototype.checkVisibility = function checkVisibility(this: Element) {
      return !this.matches(hidden);
    };
    return read(document);
  };
  document.title = 'A quiet harbour';
  const box = (name: string) => `<div class="${name}"><p>In ${name}: ${STORY}</p></div>`;
  document.body.innerHTML = `<main>${BODY}${box('copy')}${box('accordion-body')}</main>`;
  const { text } = await drawn('.copy, .accordion-body');
  expect(text).not.toContain('In copy');
  expect(text).toContain('In accordion-body');
  expect((await drawn('main')).text).toContain('The harbour was quiet');
});

test.each([
  ['style="display: none !important; text-align: center"', 'text-align: center;'],
  ['style="visibility:hidden;text-align:center" hidden', 'text-align: center;'],
  [
    'style="list-style: none; user-select: none; text-align: center"',
    'list-style: none; user-select: none; text-align: center;',
  ],
  ['aria-hidden="true"', ''],
])('a hidden body is shown and keeps its other declarations: %s', (attributes, style) => {
  const page = pageOf(`<main ${attributes}>${BODY}</main><p style="display: none">Short.</p>`);
  showHiddenBody.run({ clone: page } as PageContext);
  const main = page.querySelector('main');
  expect(main?.style.cssText).toBe(style);
  expect(main?.matches('[hidden], [aria-hidden=true]')).toBe(false);
  expect(page.querySelector('body > p')?.getAttribute('style')).toBe('display: none');
});

test('a paragraph that is split at blank lines keeps its id and direction', async () => {
  const plain = `<p>Plain ${STORY}\n\nAlso ${STORY}</p>`;
  const parted = `<p id="told" dir="rtl">First ${STORY}\n\nThen ${STORY}</p>`;
  const { html } = await read(
    pageOf(`<main><p><a href="#told">Told</a> below: ${STORY}</p>${parted}${plain}${BODY}</main>`),
  );
  expect(html).toMatch(/<p[^>]*id="told"[^>]*>First/);
  expect(html).toMatch(/<p dir="rtl">Then.*<p>Also/);
});

test('a paragraph named after what is related goes where it stands below a link, as the second line of a teaser, and not alone', async () => {
  const line = (html: string) => read(pageOf(`<main>${BODY}${html}<p>${STORY}</p></main>`));
  const said = 'The nets are related to those of the north, as every fisherman knew.';
  expect((await line(`<p class="related-crafts">${said}</p>`)).text).toContain(said);
  expect((await line(`<div><a href="/b"><b>Nets</b></a><p class="related-sum">${said}</p></div>`)).text).not.toContain(
    said,
  );
});
