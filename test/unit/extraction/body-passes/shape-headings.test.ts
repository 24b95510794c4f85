// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { extractArticle } from '../../../../src/extraction/extract-article.ts';

const TEXT = `<p>${'The harbour freezes from the north, and the women who mend the nets notice it first. '.repeat(3)}</p>`;

test('a heading of docutils that leads back to the contents is no link, and one with a note keeps its mark', async () => {
  const heading = (at: number, name: string) =>
    `<h2><a class="toc-backref" href="#id${at}" role="doc-backlink">${name}</a></h2>`;
  const noted = '<h2>The nets<sup><a href="#fn-a" role="doc-noteref">1</a></sup></h2>';
  const note = '<ol class="footnotes"><li id="fn-a">Of hemp.</li></ol>';
  const page = new DOMParser().parseFromString(
    `<title>Ice</title><article><h1>Ice</h1>${heading(1, 'The north')}${TEXT}${heading(2, 'The south')}${TEXT.repeat(2)}${noted}${TEXT}${note}</article>`,
    'text/html',
  );
  const { html } = await extractArticle(page, { url: 'https://www.example.com/a/ice' });
  expect(html).toMatch(/<h2[^>]*>The north<\/h2>/);
  expect(html).toMatch(/<h2[^>]*>The south<\/h2>/);
  expect(html).toMatch(/<h2>The nets<sup[^>]*><a[^>]*role="doc-noteref"/);
});

test('a standfirst that is set as a heading is a paragraph, and a long heading is none', async () => {
  const long = 'What the women who mend the nets on the south pier told us of the ice and of the winter before it, '
    .repeat(2)
    .trim();
  const page = new DOMParser().parseFromString(
    `<title>Ice</title><article><h1>Ice</h1><h4>${long} the last.</h4>${TEXT}<h2>${long} the first?</h2>${TEXT.repeat(2)}</article>`,
    'text/html',
  );
  const { html } = await extractArticle(page, { url: 'https://www.example.com/a/ice' });
  expect(html).toMatch(/<h2[^>]*>What the women[^<]*the first\?<\/h2>/);
  expect(html).toContain('the last.');
  expect(html.match(/<h\d/g)).toHaveLength(1);
});
