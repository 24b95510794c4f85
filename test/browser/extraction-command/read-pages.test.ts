import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ExtractedArticle, extractPage } from '../../../scripts/extraction/extract-page.ts';
import { PageReader } from '../../../scripts/extraction/page-reader.ts';
import { parseRequest } from '../../../scripts/extraction/read-requests.ts';
import { buildOf } from '../driver/build-of.ts';

const SENTENCES = 'The keepers of the lighthouse are going home, after a hundred years, and nobody is awake tonight. ';
const PARAGRAPHS = `<p>${SENTENCES.repeat(4)}</p>`.repeat(4);
const pageOf = (body: string, head = '') =>
  `<!doctype html><title>Keepers</title>${head}<article><h1>Keepers</h1>${body}</article>`;

describe('npm run extract, in its browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'recto-pages-'));
  let reader: PageReader;
  beforeAll(() => {
    reader = new PageReader(buildOf('chromium'));
  });
  afterAll(async () => {
    await reader.close();
    rmSync(folder, { recursive: true });
  });

  function store(content: string | Buffer): string {
    const file = join(folder, 'page.html');
    writeFileSync(file, content);
    return file;
  }

  async function outcomeOf(content: string | Buffer, url?: string) {
    const request = parseRequest(JSON.stringify({ id: 1, url, file: store(content) }), 1);
    return 'error' in request ? request : extractPage(reader, request);
  }

  async function read(content: string | Buffer, url = 'https://a.example/1'): Promise<ExtractedArticle> {
    const result = await outcomeOf(content, url);
    if ('error' in result) throw new Error(`${result.error.code}: ${result.error.message}`);
    return result.article;
  }

  const sourceOf = (html: string) => ({ body: Buffer.from(html), contentType: 'text/html', modified: 0 });

  test.each(['tab', 'browser'] as const)('a crash of the %s loses only its own page', async (what) => {
    const crashing = reader.read('https://a.example/', sourceOf('x'), (tab) => tab.crash(what));
    const beside = read(pageOf(PARAGRAPHS));
    await expect(crashing).rejects.toMatchObject({ code: 'tab-gone' });
    expect((await beside).title).toBe('Keepers');
    expect((await read(pageOf(PARAGRAPHS))).title).toBe('Keepers');
  });

  test('a page that takes too long is abandoned, and the next one is read', async () => {
    const impatient = new PageReader(buildOf('chromium'), {}, 10_000);
    const never = impatient.read('https://a.example/', sourceOf('x'), () => new Promise(() => {}));
    await expect(never).rejects.toMatchObject({ code: 'timeout' });
    const title = await impatient.read('https://a.example/', sourceOf('x'), async () => 'read');
    await impatient.close();
    expect(title).toBe('read');
  });

  test('scripts of the page do not run, and noscript is parsed as text', async () => {
    const { text } = await read(pageOf(`${PARAGRAPHS}<script>document.body.textContent = 'gone'</script>`));
    expect(text).toContain('going home');
    const scripting = await reader.read(
      'https://a.example/2',
      sourceOf('<noscript><b>x</b></noscript><script>document.title = "ran"</script>'),
      (tab) => tab.evaluate("[document.querySelector('noscript').children.length, document.title]"),
    );
    expect(scripting).toEqual([0, '']);
  });

  test.each([
    ['to elsewhere', '0;url=https://b.example/'],
    ['to itself', '0'],
  ])('a page that refreshes %s is read all the same', async (_, content) => {
    const { title } = await read(pageOf(PARAGRAPHS, `<meta http-equiv=refresh content="${content}">`));
    expect(title).toBe('Keepers');
  });

  test('links are resolved against the base of the page', async () => {
    const { html } = await read(
      pageOf(`${PARAGRAPHS}<p>${SENTENCES}<a href=x>More</a></p>`, '<base href="https://b.example/d/">'),
    );
    expect(html).toContain('href="https://b.example/d/x"');
  });

  test.each([
    'http://localhost:8080/',
    'http://[::1]/a',
    'https://user:pa%20ss@a.example/x',
    'http://a.example/文章?q=中 文',
    'http://a.example/%E4%zz?x=%',
    `https://a.example/${'x'.repeat(50_000)}`,
    'http://a.example:25/',
    'www.a.example/b',
    '::',
    '',
    undefined,
  ])('a page is read whatever its address: %.60s', async (url) => {
    expect(await outcomeOf(pageOf(PARAGRAPHS), url)).toMatchObject({ article: { title: 'Keepers' } });
  });

  test.each([
    ['chrome://settings/', 'restricted'],
    ['https://chromewebstore.google.com/detail/x', 'restricted-store'],
  ])('%s is refused', async (url, code) => {
    expect(await outcomeOf(pageOf(PARAGRAPHS), url)).toMatchObject({ error: { code } });
  });

  test('an empty file and a damaged one are errors', async () => {
    expect(await outcomeOf('')).toMatchObject({ error: { code: 'empty' } });
    expect(await outcomeOf(Buffer.from([0x1f, 0x8b, 1, 2]))).toMatchObject({ error: { code: 'unreadable' } });
  });

  test('the bytes of a page are decoded as the browser does', async () => {
    const meta = (charset: string) => Buffer.from(`<meta charset=${charset}><title>x</title>`);
    const paragraphs = (bytes: number[], times = 100) =>
      Buffer.concat([Buffer.from('<article><p>'), ...Array(times).fill(Buffer.from(bytes)), Buffer.from('</p>')]);
    const chinese = [0xd6, 0xd0, 0xce, 0xc4, 0xb5, 0xc6, 0xcb, 0xfe, 0xa3, 0xac, 0xca, 0xd8];
    expect((await read(Buffer.concat([meta('gbk'), paragraphs(chinese)]))).text).toContain('中文灯塔，守');
    const traditional = [0xa4, 0xa4, 0xa4, 0xe5, 0xbf, 0x4f, 0xb6, 0xf0];
    expect((await read(Buffer.concat([meta('big5'), paragraphs(traditional)]))).text).toContain('中文燈塔');
    const japanese = [0x93, 0xfa, 0x96, 0x7b, 0x8c, 0xea, 0x82, 0xcc];
    expect((await read(Buffer.concat([meta('Shift_JIS'), paragraphs(japanese)]))).text).toContain('日本語の');
    expect((await read(gzipSync(pageOf(PARAGRAPHS)))).title).toBe('Keepers');
  });

  test('form controls named like DOM properties do not hide these properties', async () => {
    const names = ['parentNode', 'nextElementSibling', 'tagName', 'querySelector', 'id', 'className', 'title', 'body'];
    const controls = names.map((name) => `<input name=${name}><img name=${name} src=x.png>`).join('');
    expect((await read(pageOf(`<form>${controls}${PARAGRAPHS}</form>`))).text).toContain('going home');
  });

  test('reading a page does not change it', async () => {
    const markup = `${PARAGRAPHS}<img srcset="${'a.jpg 1x, '.repeat(10_000)}"><p style="display:none">${SENTENCES}</p>`;
    const [before, after] = await reader.read('https://a.example/3', sourceOf(pageOf(markup)), async (tab) => {
      const serialise = () => tab.evaluate('document.documentElement.outerHTML');
      const first = await serialise();
      await tab.extract({ sanitised: true });
      return [first, await serialise()];
    });
    expect(before).toContain('going home');
    expect(after).toBe(before);
  });
});
