// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { extractArticle } from '../../../../src/extraction/extract-article.ts';

const STORY = 'The ferry left before dawn, as it had every morning for thirty years, and nobody saw it come back. ';

test('what Chromium’s translation puts around each text is no markup of the article', async () => {
  const translated = (text: string) =>
    `<font style="vertical-align: inherit;"><font style="vertical-align: inherit;">${text}</font></font>`;
  const paragraph = `<p>${translated(STORY.repeat(3))} <em>${translated('Nobody')}</em>${translated(' called it.')}</p>`;
  const page = new DOMParser().parseFromString(`<main>${paragraph.repeat(6)}</main>`, 'text/html');
  const { html } = await extractArticle(page, { url: 'https://example.org/news/the-ferry' });
  expect(html).toContain(' <em>Nobody</em> called it.</p>');
  expect(html).not.toContain('font');
});
