import { expect, test } from 'vitest';
import type { SavedMetadata } from '../../../../src/model/saved-article.ts';
import { facetsOf } from '../../../../src/model/search/facets.ts';
import { sampleMetadata } from '../../fakes/sample-article.ts';

const facets = (changes: Partial<SavedMetadata>, kind: string) =>
  facetsOf(sampleMetadata(changes)).filter((facet) => facet.startsWith(`${kind}:`));
const at = (progress: number) => ({ position: { block: 0, offset: 0, quote: '', progress, at: 1 } });

test.each<[string, Partial<SavedMetadata>, string[]]>([
  ['is unread', { position: null }, ['is:unread']],
  ['was only opened', at(0.02), ['is:unread']],
  ['was begun', at(0.5), ['is:started']],
  ['was read to the foot of the page', at(0.95), ['is:read']],
  ['is in the archive', { place: 'archive' }, ['is:unread', 'is:archived']],
  ['is a favourite', { favourite: true }, ['is:unread', 'is:favourite']],
  ['is a link', { kind: 'link' }, ['is:unread', 'is:link']],
  ['was fetched', { fetched: { outcome: 'kept', at: 1 } }, ['is:unread', 'is:fetched']],
  ['is gone', { kind: 'link', fetched: { outcome: 'gone', at: 1 } }, ['is:unread', 'is:link', 'is:gone']],
  ['is deleted', { place: 'deleted', favourite: true }, []],
])('what %s is found by that', (_what, changes, states) => {
  expect(facets({ position: null, ...changes }, 'is')).toEqual(states);
});

test('an article is found by its site with and without what stands before it, and by its language in any spelling', () => {
  const sites = (url: string) => facets({ url, siteName: null }, 'site');
  expect(sites('https://www.news.example.org/a')).toEqual(['site:news.example.org', 'site:example.org']);
  expect(sites('https://awww.example.org/a')).toEqual(['site:awww.example.org', 'site:example.org']);
  expect(sites('http://localhost:80/a')).toEqual(['site:localhost']);
  expect(facets({ lang: 'ZH-Hant' }, 'lang')).toEqual(['lang:zh']);
});
