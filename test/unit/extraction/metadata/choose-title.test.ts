// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { chooseTitle } from '../../../../src/extraction/metadata/choose-title.ts';

function titleOf(html: string, url = 'https://www.example.com/a'): string | null {
  return chooseTitle(new DOMParser().parseFromString(html, 'text/html'), url);
}

const titled = (title: string, site = '') =>
  `<title>${title}</title>${site && `<meta property="og:site_name" content="${site}">`}`;

test.each([
  ['夏日读书会开幕_网易新闻', '网易新闻', '夏日读书会开幕'],
  ['一座城市的夏天-36氪', '36氪', '一座城市的夏天'],
  ['用好输入法的十个办法 | 少数派', '少数派', '用好输入法的十个办法'],
  ['A river runs dry – The Daily Heron', 'The Daily Heron', 'A river runs dry'],
  ['A river runs dry | Environment | The Heron', 'Heron', 'A river runs dry'],
  ['Heron | A river runs dry | Environment', 'Heron', 'A river runs dry'],
  ['강물이 마르고 있습니다 > 자유게시판 | 왜가리', '왜가리', '강물이 마르고 있습니다'],
  ['강물이 마르고 있습니다 > 자유게시판 | 왜가리', '', '강물이 마르고 있습니다'],
  ['Why I drink tea > coffee | Heron', 'Heron', 'Why I drink tea > coffee'],
  ['Why I drink tea > coffee', '', 'Why I drink tea > coffee'],
  ['A river runs dry ⋆ Heron', 'Heron', 'A river runs dry'],
  ['Heron Blog: A river runs dry', 'Heron Blog', 'A river runs dry'],
  ['关于做好汛期检查的通知_国务院文件_中国政府网', '', '关于做好汛期检查的通知'],
  ['第三章_总则', '', '第三章_总则'],
  ['Why snake_case wins', 'Heron', 'Why snake_case wins'],
  ['C++ and C# - a comparison of two languages', 'Heron', 'C++ and C# - a comparison of two languages'],
  ['Re - A river - Heron', 'Herre', 'Re - A river - Heron'],
])("removes the site's name from %j", (title, site, expected) => {
  expect(titleOf(titled(title, site))).toBe(expected);
});

test.each([
  '«Un río se seca»: la ciudad espera',
  '« La rivière est à sec » : entretien avec Ann',
  '»Der Fluss ist leer«, sagt Ann',
  'Комбинат «Река» закрыт',
])('keeps guillemets that are quotation marks: %s', (title) => {
  expect(titleOf(titled(`${title} - Heron`, 'Heron'))).toBe(title);
  expect(titleOf(`${titled(`${title} | Heron`, 'Heron')}<h1>${title}</h1>`)).toBe(title);
});

test('reads the meta tags of government sites in China', () => {
  const tags = '<meta name="ArticleTitle" content="关于检查的通知"><meta name="SiteName" content="河边市人民政府">';
  expect(titleOf(`<title>河边市人民政府 通知公告 关于检查的通知</title>${tags}`)).toBe('关于检查的通知');
  expect(titleOf(`<title>防汛通知 - 河边市人民政府</title>${tags.replace('关于检查的通知', '')}`)).toBe('防汛通知');
});

test('takes a single guillemet for a separator', () => {
  expect(titleOf(titled('Heron » A river runs dry', 'Heron'))).toBe('A river runs dry');
  expect(titleOf(titled('A river runs dry « Heron', 'Heron'))).toBe('A river runs dry');
});

test.each([
  ['1822 - A river runs dry', '<h1 id="field-value-short_desc">A river runs dry</h1>'],
  [
    'Bug 1822 – A river runs dry',
    '<h1>Heron Bugzilla</h1><span id="short_desc_nonedit_display">A river runs dry</span>',
  ],
])('takes what Bugzilla calls a bug: %s', (title, heading) => {
  expect(titleOf(`<title>${title}</title>${heading}`)).toBe('A river runs dry');
});

test.each(['1984', '2666', 'Issue 12', 'Bug 1822'])('a title that is a number is not that of a bug: %s', (title) => {
  expect(
    titleOf(`<title>${title} - Heron Weekly</title><h1>Heron Weekly</h1><h2>${title}</h2>`)?.startsWith(title),
  ).toBe(true);
});

test('the number of an issue behind its title is left out', () => {
  const heading = '<h1>A river runs dry <span class="index">#1822</span></h1>';
  expect(
    titleOf(
      `${titled('A river runs dry #1822 - heron/banks - Git')}<meta property="og:title" content="A river runs dry">${heading}`,
    ),
  ).toBe('A river runs dry');
});

test("takes a heading that is the last piece of a title that begins with the site's name", () => {
  const title = titled('Heron • View topic - A river runs dry', 'Heron');
  expect(titleOf(`${title}<h2><a href="/t/1">A river runs dry</a></h2>`)).toBe('A river runs dry');
  expect(titleOf(`${titled('A river runs dry - Ideas | Heron', 'Heron')}<h2>Ideas</h2>`)).toBe(
    'A river runs dry - Ideas',
  );
});

test('leaves out hidden text and the label of a thread in a heading', () => {
  const hidden = '<h1>A river runs dry<x-actions hidden>Save to collections</x-actions></h1>';
  expect(titleOf(`${titled('A river runs dry | Water | Heron', 'Heron')}${hidden}`)).toBe('A river runs dry');
  const labelled = '<h1><span class="label label--red">News</span>&nbsp;A river runs dry</h1>';
  expect(titleOf(`${titled('News - A river runs dry | Heron', 'Heron')}${labelled}`)).toBe('A river runs dry');
});

test('leaves out a kicker in the heading', () => {
  const heading = '<h1><span>Water</span><span class="headline"><span>A river runs dry</span></span></h1>';
  expect(titleOf(`${titled('A river runs dry')}${heading}`)).toBe('A river runs dry');
  const doubled = '<h1><span>A river runs dry</span><span>The Heron’s river is dry</span></h1>';
  expect(titleOf(`${titled('A river runs dry')}${doubled}`)).toBe('A river runs dry');
  // What the head declares as a whole stays whole.
  expect(titleOf(`${titled('Review: Heron')}<meta name="dc.title" content="Heron"><h1>Review: <i>Heron</i></h1>`)).toBe(
    'Review: Heron',
  );
});

test('knows the site by its host', () => {
  expect(titleOf(titled('A river runs dry - Heron'), 'https://blog.heron.co.uk/x')).toBe('A river runs dry');
});

test('prefers the heading on the page that agrees with the head', () => {
  const page = `${titled('River dry: what to know in 2025 | Heron', 'Heron')}<h1>Heron</h1><h1>River dry: what to know</h1><h2>Related</h2>`;
  expect(titleOf(page)).toBe('River dry: what to know');
});

test('does not take the heading that names the site', () => {
  expect(titleOf(`${titled('A river runs dry - Notes by Ann', '')}<h1>Notes by Ann</h1><p>…`)).toBe(
    'A river runs dry - Notes by Ann',
  );
});

test('does not take the domain for the title, nor what is before it', () => {
  const home = '<h1><a href="https://www.example.com/">Example.com</a></h1><h3 class="title">A river runs dry</h3>';
  expect(titleOf(`<title>example.com A river runs dry</title>${home}`)).toBe('A river runs dry');
  expect(titleOf('<title>Example: A river runs dry</title>')).toBe('A river runs dry');
  expect(titleOf('<title>Example for a river that runs dry</title>')).toBe('Example for a river that runs dry');
});

test('takes the earliest of several headings that agree a little', () => {
  const other = '<h1><a href="/b">Where to swim and paddle well in old Houston</a></h1>';
  const own = (text: string) => `${titled('Where to bike in Houston')}<h1>${text}</h1>${other}`;
  expect(titleOf(own('Great bike trails in Houston for you'))).toBe('Great bike trails in Houston for you');
  expect(titleOf(own('Houston'))).toBe('Where to swim and paddle well in old Houston');
});

test('leaves out a date or a label in the heading', () => {
  expect(titleOf(`${titled('A river runs dry', '')}<h1>Dec 18 2025 A river runs dry</h1>`)).toBe('A river runs dry');
});

test('cuts a title of any length and strips control characters and overrides', () => {
  const title = titleOf(titled(`a\u202eb${'x'.repeat(100_000)}`)) ?? '';
  expect(title.length).toBeLessThanOrEqual(10_001);
  expect(title.startsWith('abx')).toBe(true);
});

test('keeps a character reference that does not exist as it is', () => {
  expect(titleOf(titled('A river &amp;#9999999; runs &amp;#0;dry'))).toBe('A river &#9999999; runs dry');
});

test("takes the first heading when the head has no title but the site's name", () => {
  expect(titleOf('<h1>A river runs dry</h1><h1>More</h1>')).toBe('A river runs dry');
  expect(titleOf(`${titled('Heron', 'Heron')}<h1><a href="/">Heron</a></h1><h1>A river runs dry</h1>`)).toBe(
    'A river runs dry',
  );
});

test('gives null when the page names itself nowhere', () => {
  expect(titleOf('<p>Text.')).toBeNull();
});

test('keeps a title of 5,000 characters in full, from the head and from the page', () => {
  const title = 'Tide '.repeat(1000).trim();
  expect(titleOf(titled(title))).toBe(title);
  expect(titleOf(`${titled(title)}<h1>${title}</h1>`)).toBe(title);
});

test.each([
  ['Strings #', 'Strings <a href="#strings">#</a>', 'Strings'],
  ['Lists in C#', 'Lists in C#', 'Lists in C#'],
  ['Lists in C#', 'Lists in <span>C</span><span>#</span>', 'Lists in C#'],
  ['Lamp.Oil.warm', '<a href="/">Lamp</a><span class="sep"></span><a href="/oil">Oil</a><b></b>warm', 'Lamp.Oil.warm'],
  ['## A lamp', 'A lamp', 'A lamp'],
])(
  'reads a heading without its permalink, and with words that only a style separates: %j',
  (head, heading, expected) => {
    expect(titleOf(`${titled(head)}<h1>${heading}</h1>`)).toBe(expected);
  },
);

test('takes a box named as the title when the head adds an unknown site', () => {
  const title = '最晚结冰的港口与一本册子';
  expect(titleOf(`${titled(`${title}-北方在线`)}<div class="title">${title}</div>`)).toBe(title);
});

test("takes the page's heading when the head puts a project and a colon before it", () => {
  const page = (heading: string) =>
    `${titled('Kettle Library: tea::Pot Class Reference')}<div class="headertitle"><div class="title">${heading}</div></div>`;
  expect(titleOf(page('tea::Pot Class Reference'))).toBe('tea::Pot Class Reference');
  expect(titleOf('<title>Rain : riverwatching</title><h1 class="title">riverwatching</h1>')).toBe(
    'Rain : riverwatching',
  );
  expect(titleOf(page('Class Reference'))).toBe('Kettle Library: tea::Pot Class Reference');
});

test('does not take a label, or the shorter part behind a colon, for the title', () => {
  const title = 'Kettle 3000 in daily use: Review';
  const label = '<div class="section-title">Review</div>';
  expect(titleOf(`${titled(title)}${label}<h2>${title}</h2>`)).toBe(title);
  expect(titleOf(`${titled(title)}${label}`)).toBe(title);
  const guide = 'A guide to the quiet temples';
  expect(titleOf(`${titled(`Kyoto: ${guide}`)}<h1>Kyoto</h1><h2>${guide}</h2>`)).toBe('Kyoto');
});

test('leaves out a badge in the heading', () => {
  expect(titleOf(`${titled('Plant a hedge | Garden')}<h1>Plant a hedge<span class="badge">Premium</span></h1>`)).toBe(
    'Plant a hedge',
  );
});

test('prefers a heading that agrees with the address to a title that does not', () => {
  const head = titled('Heron - The heart of the marsh', 'Heron');
  const heading = '<h1>How do I mend a torn net? (Or knot one)</h1>';
  const titleAt = (path: string) => titleOf(head + heading, `https://www.example.com/r/nets/${path}`);
  expect(titleAt('how_do_i_mend_a_torn_net/?from=list')).toBe('How do I mend a torn net? (Or knot one)');
  expect(titleAt('20411')).toBe('The heart of the marsh');
  expect(titleAt('mend-the-heart-of-a-torn-net')).toBe('The heart of the marsh');
});

test.each(['（1/2 ページ）', '（2ページ目）', '(2页)', '（3/4頁）'])(
  'a title does not tell which page of the article is read: %s',
  (page) => {
    const title = `古い電話をサーバにする${page}`;
    expect(titleOf(`${titled(title)}<h1>${title}</h1>`)).toBe('古い電話をサーバにする');
  },
);

test('the number of a part stays in the title', () => {
  expect(titleOf(`${titled('A river runs dry (1/2)')}<h1>A river runs dry (1/2)</h1>`)).toBe('A river runs dry (1/2)');
});

test.each(['港の一年（30ページ）', '年度报告（56页）'])('how many pages a work has stays in the title: %s', (title) =>
  expect(titleOf(`${titled(title)}<h1>${title}</h1>`)).toBe(title),
);

test('a short title stays whose heading leads home', () => {
  const page = `${titled('港口的一年 - 北方')}<h1><a href="/">港口的一年</a></h1><h2>春天的冰与船</h2>`;
  expect(titleOf(page)).toBe('港口的一年');
});

test('a first heading that leads home names the site', () => {
  const title = '農業部公告：香蕉產銷調節措施';
  expect(titleOf(`${titled(`${title}-農業部`)}<h1><a href="/">農業部全球資訊網</a></h1><h2>${title}</h2>`)).toBe(title);
});

test('a heading loses a kicker that the social title lacks and the page title has', () => {
  const heading = '<h2><span>Coastal radio</span> <span>The voice that nobody needs</span></h2>';
  const social = '<meta property="og:title" content="The voice that nobody needs">';
  expect(titleOf(`${titled('Coastal radio: The voice that nobody needs')}${social}${heading}`)).toBe(
    'The voice that nobody needs',
  );
});
