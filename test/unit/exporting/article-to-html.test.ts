// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { articleToHtml } from '../../../src/exporting/article-to-html.ts';
import { writeBody } from '../../../src/exporting/xhtml/write-body.ts';
import { sanitiseArticle } from '../../../src/sanitising/sanitise-article.ts';
import { sampleArticle, sampleMetadata } from '../fakes/sample-article.ts';

const WORDS = { highlights: 'Highlights', original: 'Original' };
const PICTURE = { name: 'p.gif', type: 'image/gif', bytes: new Uint8Array([1, 2, 3]) };

function pageOf(html: string, title = 'A <title> & "more"'): { text: string; page: Document } {
  const source = {
    metadata: sampleMetadata({ title, url: 'https://a.example/x"y' }),
    article: sampleArticle({ leadImage: 'https://a.example/lead.jpg' }),
    highlights: [
      {
        ...{ id: 'h', articleId: 'a', exact: 'a <b>\nc', prefix: '', suffix: '', start: 0, end: 1 },
        colour: 'pink' as const,
        note: 'n & m',
        createdAt: 0,
        changedAt: 0,
      },
      {
        ...{ id: 'n', articleId: 'a', exact: '', prefix: '', suffix: '', start: 0, end: 0 },
        ...{ colour: 'pink' as const, note: 'On the whole page', createdAt: 0, changedAt: 0 },
      },
    ],
    pictures: new Map([['https://a.example/p.jpg', PICTURE]]),
  };
  const text = articleToHtml(source, sanitiseArticle(html, { network: 'none' }), WORDS);
  return { text, page: new DOMParser().parseFromString(text, 'text/html') };
}

test('one file contains the text, stored pictures as bytes, and the highlights', () => {
  const { page } = pageOf('<p>Text</p><p><img src="https://a.example/p.jpg" alt="kept"></p>');
  expect(page.title).toBe('A <title> & "more"');
  expect(page.querySelector('h1')?.textContent).toBe('A <title> & "more"');
  expect(page.querySelector('img')?.getAttribute('src')).toBe(`data:image/gif;base64,${btoa('\x01\x02\x03')}`);
  expect([...page.querySelectorAll('blockquote')].map((quote) => quote.textContent)).toEqual(['a <b>c']);
  expect([...page.querySelectorAll('h2 ~ p:not(.quiet)')].map((note) => note.textContent)).toEqual([
    'n & m',
    'On the whole page',
  ]);
  expect(page.querySelector('p.quiet a')?.getAttribute('href')).toBe('https://a.example/x%22y');
});

test('nothing in it runs or is fetched, whatever the article holds', () => {
  const { page, text } = pageOf(
    `<p onclick="x()">a<script>x()</script></p><img src="https://a.example/beacon.png" alt="gone"><a href="javascript:x()">l</a><iframe src="https://evil.example"></iframe><style>p{background:url(https://evil.example)}</style>`,
    '</title><script>x()</script>',
  );
  expect(page.querySelector('script, iframe, [onclick], [href^="javascript"], link, img')).toBeNull();
  expect(text).toContain("default-src 'none'");
  expect(text).not.toMatch(/(?:src|url)\W*https?:/);
  expect(page.body.textContent).toContain('[gone]');
});

test('lines of code stay lines, however the page breaks them', () => {
  const body = sanitiseArticle('<pre><code>a<br>b</code></pre><pre><div>c</div><div>d</div></pre>');
  const written = writeBody(body, { pictureSource: () => null });
  expect(written).toContain('<pre><code>a\nb</code></pre>');
  expect(written).toContain('<pre><code>c\nd\n</code></pre>');
});

test('a definition list with other content, or that begins with a definition, loses no words and joins none', () => {
  const written = (html: string) => writeBody(sanitiseArticle(html), { pictureSource: () => null }).replace(/\n/g, '');
  expect(written('<dl>Loose<dt>Term</dt><dd>Meaning</dd></dl>')).toBe('<p>Loose</p><p>Term</p><p>Meaning</p>');
  expect(written('<dl><dd>First</dd><dt>Term</dt><p>Words</p></dl>')).toBe('<p>First</p><p>Term</p><p>Words</p>');
  expect(written('<dl><div><dt>Term</dt><dd>Meaning</dd></div></dl>')).toBe(
    '<dl><dt>Term</dt><dd><p>Meaning</p></dd></dl>',
  );
});

test('the captions of a gallery stay with their pictures, and the title of a listing above it', () => {
  const written = (html: string) => writeBody(sanitiseArticle(html), { pictureSource: (source) => source });
  const shown = (html: string) => written(html).match(/<img|<code>|>\w[\w.]*(?=<\/p>)/g);
  const second = '<figure><img src="https://a.example/2.jpg" alt=""><figcaption>Two</figcaption></figure>';
  const gallery = `<figure><img src="https://a.example/1.jpg" alt=""><figcaption>One</figcaption>${second}<figcaption>Both</figcaption></figure>`;
  expect(shown(gallery)).toEqual(['<img', '>One', '<img', '>Two', '>Both']);
  expect(written(gallery).match(/<figcaption>/g)).toHaveLength(3);
  expect(shown('<figure><figcaption>a.js</figcaption><pre>x</pre></figure>')).toEqual(['>a.js', '<code>']);
  const many = '<figure><img src="https://a.example/1.jpg" alt=""></figure><figcaption>One</figcaption>'.repeat(3000);
  expect(written(`<figure>${many}</figure>`).match(/<figcaption>/g)).toHaveLength(3000);
});
