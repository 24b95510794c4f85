// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest';
import { NO_SITE_SETTINGS } from '../../../src/model/site-settings.ts';
import { openEarly } from '../../../src/reader/open-early.ts';
import { memoryLibrary } from '../ui/list/memory-library.ts';
import { savedItem } from '../ui/list/saved-item.ts';

const readSite = async () => NO_SITE_SETTINGS;
const saved = () => memoryLibrary([savedItem({ id: 'a', url: 'https://news.example/1' })]);

beforeEach(() => {
  location.hash = '#a';
});

test('the article of the address comes with what is set for its site', async () => {
  const library = saved();
  vi.spyOn(library, 'open').mockResolvedValue({
    metadata: savedItem({ id: 'a', url: 'https://news.example/1' }),
    article: null,
  });
  const read = vi.fn(readSite);
  const early = await openEarly(library, read);
  expect(early.opened).toMatchObject({ kind: 'opened', saved: { metadata: { id: 'a' } } });
  expect(read).toHaveBeenCalledWith('news.example');
  expect(early.isOutdated()).toBe(false);
});

test('a change meanwhile is told, one of another article is not', async () => {
  const library = saved();
  const early = await openEarly(library, readSite);
  library.announce({ ids: ['b'] });
  expect(early.isOutdated()).toBe(false);
  const other = await openEarly(library, readSite);
  library.announce({ ids: ['a'] });
  expect(other.isOutdated()).toBe(true);
});

test('another article in the address by then is told', async () => {
  const early = await openEarly(saved(), readSite);
  location.hash = '#b';
  expect(early.isOutdated()).toBe(true);
});

test('what cannot be opened is an answer too', async () => {
  const library = saved();
  vi.spyOn(library, 'open').mockRejectedValue(new Error('backing store'));
  expect((await openEarly(library, readSite)).opened.kind).toBe('failed');
});
