import { expect, test } from 'vitest';
import { useBrowser } from '../use-browser.ts';

const used = useBrowser();

/** Runs in one of Recto's pages: a save is answered as on a full disk (`npm run soak` fills one). */
function refuseSaves(): void {
  const send = chrome.runtime.sendMessage.bind(chrome.runtime) as (message: { name?: string }) => Promise<unknown>;
  const full = { ok: false, error: { code: 'quota', message: 'full' } };
  for (const api of new Set([chrome, Reflect.get(globalThis, 'browser') ?? chrome]))
    Object.defineProperty(api.runtime, 'sendMessage', {
      value: (message: { name?: string }) => (message.name === 'article.save' ? Promise.resolve(full) : send(message)),
    });
}

/** Runs in one of Recto's pages: deletes what is in the list, and gives how much that is. */
async function deleteAll(): Promise<number> {
  const ask = async (name: string, input: object) =>
    (await chrome.runtime.sendMessage({ protocol: 'recto/1', name, input })).value;
  const { items } = await ask('library.list', { place: 'list', limit: 9 });
  await ask('article.move', { ids: items.map(({ id }: { id: string }) => id), place: 'deleted' });
  return (await ask('library.counts', {})).deleted;
}

test('without room on the disk the popup says how much Recto takes, and leads to where items are deleted for good', async () => {
  const first = await used.browser.open(used.site.url('/zh-Hans/news.html'));
  const saving = await first.pressToolbar();
  await saving.clickNamed('Save', 'button');
  await saving.waitFor(() => document.querySelector('.notice-text')?.textContent?.startsWith('Saved'));
  expect(await saving.evaluate(deleteAll)).toBe(1);
  await saving.close();

  const tab = await used.browser.open(used.site.url('/en/news.html'));
  const popup = await tab.pressToolbar();
  await popup.waitFor(() => document.querySelector('.page-body p'));
  await popup.evaluate(refuseSaves);
  await popup.clickNamed('Save', 'button');
  const said = await popup.waitFor(() => {
    const text = document.querySelector('[role=alert] .notice-text')?.textContent ?? '';
    return /Recto uses/.test(text) && text;
  });
  expect(said).toMatch(/^The browser has no space left to store this\. Recto uses [\d.]+ [kM]B\. Free some disk space/);
  expect(await popup.evaluate(() => document.querySelectorAll('.page-body p').length)).toBeGreaterThan(3);
  await popup.clickNamed('Make room', 'button');

  const library = await used.browser.waitForTab('/src/library/library.html#settings/backup');
  await library.waitFor(() => /^1 deleted article/.test(document.querySelector('.deleted-state')?.textContent ?? ''));
  await library.clickNamed('Delete for good', 'button');
  await library.waitFor(() => /cannot be undone/.test(document.querySelector('.deleted-state')?.textContent ?? ''));
  // "Not now" has the focus: whoever presses twice without reading deletes nothing.
  await library.waitFor(() => document.activeElement?.textContent === 'Not now');
  await library.press('Shift+Tab');
  await library.press('Enter');
  await library.waitFor(() => !document.querySelector('.deleted-state'));
  expect(await library.evaluate(deleteAll)).toBe(0);
});
