// @vitest-environment jsdom
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findProgram } from '../../../../scripts/find-browser.ts';
import type { EpubBook, EpubSource } from '../../../../src/exporting/epub/epub-book.ts';
import { bookIdentifier, makeEpub } from '../../../../src/exporting/epub/make-epub.ts';
import { extractArticle } from '../../../../src/extraction/extract-article.ts';
import { sanitiseArticle } from '../../../../src/sanitising/sanitise-article.ts';
import { sampleArticle, sampleMetadata } from '../../fakes/sample-article.ts';

/** The fixture pages whose markup is richest. */
const SLUGS = ['code-blocks', 'embeds', 'figures', 'footnotes-wikipedia', 'formulas', 'links', 'tables'];
const PAGES = join(import.meta.dirname, '../../../pages');
/** Debian's program is a jar that only some systems can start by itself. */
const [java, jar] = [findProgram('java'), findProgram('epubcheck')];
const canCheck = java !== null && jar !== null;
if (!canCheck) console.log('skipped: books are not validated, since epubcheck or Java could not be installed');

const BOOK: EpubBook = {
  title: 'Reading list & more',
  lang: 'en',
  author: null,
  identifier: 'urn:recto:test',
  time: Date.UTC(2026, 4, 3),
  words: { contents: 'Contents', highlights: 'Highlights', original: 'Original' },
};

/** Everything the sanitiser lets through and HTML's content models do not. */
const UNTIDY = `<p id="a b">One<div>inside</div></p><span><h3>Deep</h3><p>text</p></span><li>stray</li><dt>stray term</dt>
  <ul>loose<li>item<ul></ul></li><div>box</div></ul><ol start="x"><li value="7">n</li></ol><dl><dd>meaning first</dd></dl><dl><dt>T</dt><dd><p>M</p></dd></dl>
  <table width="100%"><caption><p>Cap</p></caption><colgroup><col span="2"></colgroup><tr></tr><tr><td colspan="0" rowspan="2">a<p>b</p></td><th scope="row" headers="x">c</th></tr></table><table></table>
  <figure><figcaption>1</figcaption><img src="https://a.example/p.jpg" alt="kept" width="100%"><figcaption>2</figcaption></figure><figure></figure>
  <figure id="g">pictures<img src="https://a.example/p.jpg" alt="1"><figcaption>1</figcaption><figure><img src="https://a.example/p.jpg" alt="2"><figcaption><p>2</p></figcaption></figure> and <figcaption>all</figcaption></figure><a href="#g">gallery</a>
  <a href="https://a.example/a b|c{d}%zz?x=[1]&amp;y#f#g"><p>block link</p></a> <a href="https://a.example/a|b^[1]{x}%zz#f#g">odd</a> <a href="#gone">gone</a> <a href="#row">row</a><a href="mailto:a@b.example">m</a>
  <math><mfrac><mi>a</mi></mfrac></math> <math data-tex="x^2"><msup><mi>x</mi><mn>2</mn></msup></math> <math><mtable><mtr><mtd><mi>a</mi></mtd></mtr></mtable></math><math display="block"><mmultiscripts><mi>F</mi><none/><mn>2</mn><mprescripts/><mn>1</mn><none/></mmultiscripts></math>
  <ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp>字<rt>ji</rt></ruby><ruby>無</ruby><time datetime="yesterday">t</time><bdo>b</bdo><q cite="x">q</q><details><summary>S</summary>rest</details>
  <img src="https://a.example/not-kept.png" alt="not kept"><pre id="row">a
  b</pre><address><h2>H</h2></address><header><footer>x</footer></header><u></u>\u0000\u0007\ufffe<p lang="klingon!!" dir="ltr">z</p>`;

const PICTURE = {
  name: 'p.gif',
  type: 'image/gif',
  bytes: Uint8Array.from(atob('R0lGODlhAQABAAAAACwAAAAAAQABAAACAkQBADs='), (c) => c.charCodeAt(0)),
};

async function sources(): Promise<EpubSource[]> {
  const pages = SLUGS.map(async (slug): Promise<EpubSource> => {
    const live = new DOMParser().parseFromString(readFileSync(join(PAGES, slug, 'source.html'), 'utf8'), 'text/html');
    const article = await extractArticle(live, { url: 'https://www.example.com/a/page.html', now: new Date(0) });
    const { title, byline, siteName, lang, dir, publishedTime } = article;
    const metadata = sampleMetadata({ title, byline, siteName, lang, dir, publishedTime });
    return { metadata, article, highlights: [], pictures: new Map(), body: sanitiseArticle(article.html) };
  });
  const untidy: EpubSource = {
    metadata: sampleMetadata({ title: 'Untidy <&> "page"\u0001', lang: 'x-nothing', url: 'https://a.example/|{}' }),
    article: sampleArticle({ leadImage: 'https://a.example/p.jpg', attribution: 'Source: A\nEditor: B' }),
    highlights: [
      {
        id: 'h',
        articleId: 'a',
        exact: 'a < b\nc',
        prefix: '',
        suffix: '',
        start: 0,
        end: 1,
        colour: 'pink',
        note: 'n & m',
        createdAt: 0,
        changedAt: 0,
      },
      {
        ...{ id: 'n', articleId: 'a', exact: '', prefix: '', suffix: '', start: 0, end: 0 },
        ...{ colour: 'pink', note: 'On the whole page', createdAt: 0, changedAt: 0 },
      },
    ],
    pictures: new Map([['https://a.example/p.jpg', PICTURE]]),
    body: sanitiseArticle(UNTIDY, { network: 'none' }),
  };
  return [...(await Promise.all(pages)), untidy];
}

const bytesOf = async (book: EpubBook, all: EpubSource[]): Promise<Uint8Array> =>
  new Uint8Array(await new Response(makeEpub(book, all)).arrayBuffer());

let folder = '';
let all: EpubSource[] = [];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'recto-epub-'));
  all = await sources();
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Messages of the real epubcheck (https://www.w3.org/publishing/epubcheck/): errors and warnings. */
function check(name: string, bytes: Uint8Array): string[] {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  const { stdout, stderr } = spawnSync(
    java ?? '',
    ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-jar', jar ?? '', file],
    { encoding: 'utf8' },
  );
  const said = `${stdout}\n${stderr}`;
  expect(said).toContain('EPUBCheck completed');
  const problems = said.split('\n').filter((line) => /^(?:ERROR|WARNING|FATAL)/.test(line));
  expect(problems.length > 0 || said.includes('No errors or warnings detected')).toBe(true);
  return problems.map((line) => line.replaceAll(folder, ''));
}

test.skipIf(!canCheck)('a book of fixture pages and of an untidy one passes epubcheck', async () => {
  expect(check('many.epub', await bytesOf(BOOK, all))).toEqual([]);
});

test('a book contains text and stored pictures, and loads nothing', async () => {
  const files = unzipSync(await bytesOf(BOOK, all));
  expect(Object.keys(files)[0]).toBe('mimetype');
  const page = strFromU8(files[`EPUB/article-${all.length}.xhtml`] ?? new Uint8Array());
  expect(page).toContain('<img src="pictures/p.gif" alt="kept"/>');
  expect(page).toContain('<i>[not kept]</i>');
  expect(page).not.toMatch(/<(?:img|link|script)[^>]+(?:src|href)="https?:/);
  const text = new DOMParser().parseFromString(page, 'application/xhtml+xml').body.textContent ?? '';
  for (const word of [
    'One',
    'inside',
    'Deep',
    'stray term',
    'loose',
    'box',
    'meaning first',
    'block link',
    'rest',
    'a < b',
    'On the whole page',
  ]) {
    expect(text).toContain(word);
  }
  expect(page).not.toMatch(/<blockquote[^>]*>(?:<p><\/p>)?<\/blockquote>/);
  expect(files['EPUB/pictures/p.gif']).toEqual(PICTURE.bytes);
});

test('the same articles give the same bytes', async () => {
  const one = all.slice(0, 1);
  expect(await bytesOf(BOOK, one)).toEqual(await bytesOf(BOOK, one));
});

test('a book in Arabic is turned from right to left', async () => {
  const [first] = all;
  if (!first) throw new Error('no article');
  const arabic = { ...first, metadata: { ...first.metadata, lang: 'ar', dir: 'rtl' as const } };
  const bytes = await bytesOf({ ...BOOK, lang: 'ar' }, [arabic]);
  const files = unzipSync(bytes);
  const read = (name: string): string => strFromU8(files[`EPUB/${name}`] ?? new Uint8Array());
  expect(read('package.opf')).toContain('<spine page-progression-direction="rtl">');
  expect(read('contents.xhtml')).toContain('xml:lang="ar" dir="rtl"');
  if (canCheck) expect(check('arabic.epub', bytes)).toEqual([]);
  const mixed = unzipSync(await bytesOf(BOOK, [first, arabic]));
  expect(strFromU8(mixed['EPUB/package.opf'] ?? new Uint8Array())).toContain('<spine>');
});

test('the identifier is the same for the same articles in any order, and differs for others', () => {
  expect(bookIdentifier(['a'])).toBe('urn:recto:a');
  const both = bookIdentifier(['a', 'b']);
  expect(both).toMatch(/^urn:recto:\w+$/);
  expect(bookIdentifier(['b', 'a'])).toBe(both);
  expect(
    new Set([both, bookIdentifier(['a', 'c']), bookIdentifier(['a', 'b', 'c']), bookIdentifier(['ab'])]).size,
  ).toBe(4);
});
