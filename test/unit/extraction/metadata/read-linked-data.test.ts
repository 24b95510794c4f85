// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { readLinkedData } from '../../../../src/extraction/metadata/read-linked-data.ts';

function read(...nodes: unknown[]) {
  const page = document.implementation.createHTMLDocument();
  const script = page.createElement('script');
  script.type = 'application/ld+json';
  script.textContent = JSON.stringify(nodes);
  page.head.append(script);
  return readLinkedData(page);
}

const PUBLISHER = { '@type': 'Organization', name: 'The Coast', url: 'https://coast.example/' };
const IMAGE = { '@type': 'ImageObject', url: 'https://coast.example/lamp.jpg' };

test.each([[{}], [{ '@id': null }], [{ '@id': '' }]])(
  'a node with the id %j is not found by references of others',
  (id) => {
    const article = { '@type': 'NewsArticle', image: { ...IMAGE, ...id }, author: { '@type': 'Person', ...id } };
    expect(read({ ...article, publisher: { ...PUBLISHER, ...id } })).toMatchObject({ image: IMAGE.url, authors: [] });
  },
);

test('values that are not names give no author', () => {
  expect(read({ '@type': 'Article', author: [null, 5, true, [], {}, 'Ada Byron'] }).authors).toEqual(['Ada Byron']);
});

test('a picture and an author are found by their ids', () => {
  const article = { '@type': 'NewsArticle', image: { '@id': '#i' }, author: { '@id': '#a' }, publisher: PUBLISHER };
  const graph = [article, { ...IMAGE, '@id': '#i' }, { '@type': 'Person', '@id': '#a', name: 'Ada Byron' }, PUBLISHER];
  expect(read({ '@graph': graph })).toMatchObject({ image: IMAGE.url, authors: ['Ada Byron'] });
});
