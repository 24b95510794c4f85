import { vi } from 'vitest';
import type { Article } from '../../../src/model/article.ts';
import type { ExtractionOutcome, ReadOptions } from '../../../src/model/extraction-outcome.ts';

export const FIRST = 'https://example.org/first';
export const SECOND = 'https://example.org/second';

/** A reading that found an article. */
export const found = (title: string, contentHash = title, url = FIRST): ExtractionOutcome => ({
  ok: true,
  article: { title, contentHash, url } as Article,
});

/** A tab (`PageSource`) whose address and page the test sets. */
export function fakeTab(outcome: ExtractionOutcome) {
  const tab = {
    url: FIRST as string | null,
    outcome,
    moved: () => {},
    read: vi.fn(async (_options: ReadOptions) => tab.outcome),
    whereabouts: async () => ({ url: tab.url, title: tab.url }),
    loading: false,
    isLoading: async () => tab.loading,
    watch(onMoved: () => void) {
      tab.moved = onMoved;
    },
  };
  return tab;
}
