// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { articleOfImport } from '../../../../src/library/importing/article-of-import.ts';
import type { ImportedItem } from '../../../../src/model/imported-item.ts';

const ITEM: ImportedItem = {
  ...{ url: 'https://a.example/', title: 'A', byline: null, publishedTime: null, lang: null, excerpt: null },
  ...{ savedAt: null, place: 'list', favourite: false, tags: [], progress: null, notes: [], html: null },
};
/** jsdom's own blobs have no `text`. */
const textOf = (html: string): Blob => ({ size: html.length, text: async () => html }) as unknown as Blob;
const articleOf = (html: string, item = ITEM) => articleOfImport(item, textOf(html));

test('the language and direction of a text are detected when the file does not give them', async () => {
  const arabic = await articleOf(`<p>${'كان الميناء هادئا في تلك الليلة. '.repeat(10)}</p>`);
  expect(arabic).toMatchObject({ lang: 'ar', dir: 'rtl' });
  const english = `<p>${'The harbour was quiet in the night and nobody was there. '.repeat(10)}</p>`;
  expect(await articleOf(english)).toMatchObject({ lang: 'en', dir: 'ltr' });
  expect(await articleOf(english, { ...ITEM, lang: 'en-GB' })).toMatchObject({ lang: 'en-GB' });
});

test.each([
  ['ur', 'rtl'],
  ['ku-Arab', 'rtl'],
  ['syr', 'rtl'],
  ['nqo', 'rtl'],
  ['ar-Latn', 'ltr'],
  ['no such language', 'ltr'],
])('a text that the file says is in %s runs %s', async (lang, dir) => {
  const words = `<p>${'The harbour was quiet in the night and nobody was there. '.repeat(10)}</p>`;
  expect(await articleOf(words, { ...ITEM, lang })).toMatchObject({ lang, dir });
});
