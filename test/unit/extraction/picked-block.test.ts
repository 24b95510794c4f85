// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { extractArticle } from '../../../src/extraction/extract-article.ts';

const HTML = `<!doctype html><title>Skerry</title><meta property="og:type" content="video.other"><nav>Home</nav>
  <section class="bulletin"><h2>Ferries</h2><p>The ferry goes at six today.</p><nav><a href="/a">Older</a></nav><form><input name="parentNode"><p>Write to us.</p></form></section>
  <article><p>Another story, longer than the bulletin and found by itself, of a harbour wall that was built twice in a hundred years.</p></article>`;

const read = (block?: string) => {
  const page = new DOMParser().parseFromString(HTML, 'text/html');
  const before = page.documentElement.outerHTML;
  const reading = extractArticle(page, {
    url: 'https://skerry.example/today',
    ...(block === undefined ? {} : { block }),
  });
  return reading.finally(() => expect(page.documentElement.outerHTML).toBe(before));
};

test('the picked block is read and cleaned, and nothing else', async () => {
  const { text, title } = await read('section.bulletin');
  expect(title).toBe('Skerry');
  expect(text).toContain('The ferry goes at six today.');
  expect(text).not.toMatch(/Another story|Older|Home/);
});

test('a page without the picked block is read as any other, and here refused', async () => {
  await expect(read()).rejects.toMatchObject({ code: 'not-an-article' });
  await expect(read('.gone')).rejects.toMatchObject({ code: 'not-an-article' });
});

test('the whole page can be picked', async () => {
  const { text } = await read('body');
  expect(text).toContain('The ferry goes at six today.');
  expect(text).toContain('Another story');
});
