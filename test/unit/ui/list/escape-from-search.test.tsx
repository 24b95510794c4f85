// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import { useListOnPage } from './use-list-on-page.tsx';

const { organise, ready, press, focused } = useListOnPage();

test('in a tab Escape in an empty search leads back to the row that keys act on', async () => {
  organise();
  await ready();
  for (const title of ['Article 3', 'Article 2']) {
    press('j');
    await vi.waitFor(() => expect(focused()).toBe(title));
  }
  press('/');
  expect(document.activeElement?.localName).toBe('input');
  press('Escape');
  await vi.waitFor(() => expect(focused()).toBe('Article 2'));
});
