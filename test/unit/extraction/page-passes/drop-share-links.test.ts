// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { extractArticle } from '../../../../src/extraction/extract-article.ts';

const TEXT = `<p>${'The harbour freezes from the north, and the women who mend the nets notice it first. '.repeat(3)}</p>`;

test("Pinterest's button over a picture is no picture of the article", async () => {
  const button =
    '<a href="https://www.pinterest.com/pin/create/button/?url=a"><img src="/pin.png" width="60" height="60"></a>';
  const picture = '<figure><img src="/ice.jpg" alt="Ice" width="800" height="600"></figure>';
  const page = new DOMParser().parseFromString(
    `<title>Ice</title><article><h1>Ice</h1>${TEXT}<div>${button}${picture}</div>${TEXT.repeat(2)}</article>`,
    'text/html',
  );
  const { html } = await extractArticle(page, { url: 'https://www.example.com/a/ice' });
  expect(html).toContain('/ice.jpg');
  expect(html).not.toContain('pin.png');
});
