import { expect, test, vi } from 'vitest';

interface Change {
  removeRuleIds: number[];
  addRules?: { id: number }[];
}

const rules = new Map<number, unknown>();
const updateSessionRules = async ({ removeRuleIds, addRules = [] }: Change): Promise<void> => {
  for (const id of removeRuleIds) rules.delete(id);
  for (const rule of addRules) rules.set(rule.id, rule);
};
vi.mock('../../../../src/platform/browser.ts', () => ({
  browser: {
    runtime: { getURL: () => 'chrome-extension://recto/' },
    declarativeNetRequest: { updateSessionRules },
  },
}));

const { withReferrer } = await import('../../../../src/background/pictures/fetch-for-article.ts');

test('the referrer is sent only with requests of Recto’s background to that host, while it fetches', async () => {
  const during = await withReferrer('img.news.example', 'https://news.example/', async () => [...rules.values()]);
  expect(during).toMatchObject([
    {
      action: { requestHeaders: [{ header: 'referer', operation: 'set', value: 'https://news.example/' }] },
      condition: { requestDomains: ['img.news.example'], initiatorDomains: ['recto'], tabIds: [-1] },
    },
  ]);
  expect(rules.size).toBe(0);
});

test('the rule is removed also when the fetch fails', async () => {
  const failed = withReferrer('img.news.example', 'https://news.example/', async () => {
    throw new Error('no answer');
  });
  await expect(failed).rejects.toThrow('no answer');
  expect(rules.size).toBe(0);
});
