// @vitest-environment jsdom
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { extractArticle } from '../../../src/extraction/extract-article.ts';
import type { Article } from '../../../src/model/article.ts';

const SEED = join(import.meta.dirname, '../../../../shared/corpus/seed/chongqing-baidu.html');
const isThere = existsSync(SEED);
if (!isThere) console.log('Skipped: the seed page is not part of the project (../shared/corpus/seed).');

describe.skipIf(!isThere)('the unchanged seed page', () => {
  let article: Article;
  let body: HTMLElement;

  beforeAll(async () => {
    const page = new DOMParser().parseFromString(readFileSync(SEED, 'utf8'), 'text/html');
    article = await extractArticle(page, { url: 'file:///chongqing-baidu.html' });
    body = new DOMParser().parseFromString(article.html, 'text/html').body;
  });

  test('has title, author, date and language', () => {
    expect(article.title).toBe('为解难题，重庆与百度走到了一起');
    expect(article.byline).toBe('高科技行业门户');
    expect(article.publishedTime).toMatch(/^2022-08-06/);
    expect(article.lang).toBe('zh-Hans');
  });

  test('turns bold paragraphs into four headings, and not the second of two bold lines', () => {
    const headings = [...body.querySelectorAll('h1, h2, h3, h4')].map((heading) => heading.textContent?.trim());
    expect(headings).toEqual(['工业难题的重庆案例', '“解难题”背后的技术力', '赋能城市与行业的未来', '写在最后']);
    expect(article.text).toContain('解决重庆难题，技术力先行。');
  });

  test('has no front matter, indents or colours', () => {
    expect(article.text).not.toMatch(/^(?:---|\w+: )/m);
    expect(article.html).not.toMatch(/style=|\u3000{2}|color/);
  });

  test('has its last lines in the attribution and not in the body', () => {
    expect(article.attribution).toContain('原文标题');
    expect(article.text).not.toContain('原文标题');
  });

  test('takes nine to fourteen minutes', () => {
    expect(article.readingMinutes).toBeGreaterThanOrEqual(9);
    expect(article.readingMinutes).toBeLessThanOrEqual(14);
  });
});
