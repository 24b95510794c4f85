import { expect, test } from 'vitest';
import { allowedExtension } from '../driver/allowed-extension.ts';
import { browserUnderTest } from '../driver/launch-browser.ts';
import { importLinks, readOutcomes } from '../steps/import-links.ts';
import { useBrowser } from '../use-browser.ts';

const used = useBrowser({ extension: allowedExtension(browserUnderTest()) });

/** Five pages of one site, so that they come one after the other. */
const PAGES = Array.from({ length: 5 }, (_unused, at) => `/slow/${at}.html`);
const countKept = async (): Promise<number> => {
  const list = await used.browser.openRecto('permission');
  const outcomes = await list.evaluate(readOutcomes);
  await list.close();
  return outcomes.filter((line) => line.endsWith(' kept')).length;
};

test('fetching stays paused over a restart, continues after a kill, and never requests a page that is stored', async () => {
  const text = '<p>The keeper trimmed the wick at dusk, and again at midnight, and wrote both hours into the book.</p>';
  for (const [at, path] of PAGES.entries())
    used.site.serve(path, `<title>Night ${at}</title><article><h1>Night ${at}</h1>${text.repeat(9)}${at}</article>`);
  const holds = PAGES.map((path) => used.site.hold(path));
  const settings = await importLinks(
    used.browser,
    PAGES.map((path) => `http://slow.example${path}`),
  );
  used.site.forget();
  await settings.clickNamed('Fetch the articles', 'button');
  await expect.poll(() => used.site.requests()).toHaveLength(1);

  await settings.clickNamed('Pause', 'button');
  await settings.waitFor(() =>
    document.querySelector('#import .list-notice')?.textContent?.includes('paused: 5 to go'),
  );
  for (const hold of holds) hold.release();
  await settings.waitFor(() =>
    document.querySelector('#import .list-notice')?.textContent?.includes('paused: 4 to go'),
  );
  // Also because Firefox keeps an extension that was just installed only after a clean end.
  await used.browser.restart();
  const again = await used.browser.openRecto('library');
  await again.waitFor(() => document.querySelector('.list-notice')?.textContent?.includes('paused: 4 to go'));
  expect(used.site.requests()).toHaveLength(1);

  // Killed while the page after next is under way.
  const last = [...new Set(used.site.requests())];
  const stillHeld = PAGES.filter((path) => !last.some((url) => url.endsWith(path))).map((path) => used.site.hold(path));
  await again.clickNamed('Resume', 'button');
  await expect.poll(() => used.site.requests()).toHaveLength(2);
  await used.browser.kill();
  for (const hold of stillHeld) hold.release();
  expect(await countKept()).toBe(1);
  const third = await used.browser.openRecto('library');
  await third.waitFor(async () => !(await chrome.storage.local.get('fetch.run'))['fetch.run']);
  expect(await countKept()).toBe(5);
  // The one that was under way when the browser was killed is the only one asked for twice.
  const asked = used.site.requests();
  expect(asked).toHaveLength(6);
  expect(new Set(asked).size).toBe(5);
});
