import { expect, test } from 'vitest';
import { browserUnderTest } from '../driver/launch-browser.ts';
import { useBrowser } from '../use-browser.ts';

const used = useBrowser();

// Firefox draws no page ahead.
test.skipIf(browserUnderTest() === 'firefox')(
  'on a site that always opens in the reader, a page that was drawn ahead of the click opens there too',
  async () => {
    const list = await used.browser.openRecto('library');
    await list.evaluate(async () => {
      const input = { wish: { kind: 'always-open', origins: ['*://news.localhost/*'] } };
      await chrome.runtime.sendMessage({ protocol: 'recto/1', name: 'tab.ask-permission', input });
    });
    const page = await used.browser.waitForTab('/src/permission/permission.html');
    await page.clickNamed('Allow', 'button');
    await page.answerPermission('allow');
    await list.waitFor(async () => (await chrome.scripting.getRegisteredContentScripts()).length === 1);

    const address = used.site.url('/ahead.html');
    const rules = JSON.stringify({ prerender: [{ source: 'list', urls: [address], eagerness: 'immediate' }] });
    // Once it is loaded the probe has run.
    const tells = `<script>addEventListener('load', () => setTimeout(() => fetch('/drawn')))</script>`;
    const prose = `<p>${'The lamps were lit along the harbour before the boats came in. '.repeat(4)}</p>`.repeat(6);
    used.site.serve('/drawn', '');
    used.site.serve(
      '/ahead.html',
      `<!doctype html><title>Ahead</title>${tells}<article><h1>Ahead</h1>${prose}</article>`,
    );
    used.site.serve(
      '/before.html',
      `<!doctype html><title>Before</title><a href="${address}">Next</a><script type="speculationrules">${rules}</script>`,
    );
    const tab = await used.browser.open(used.site.url('/before.html'));
    await expect.poll(() => used.site.requests().some((url) => url.endsWith('/drawn'))).toBe(true);
    await tab.click('a');

    // The page takes the place of the one that the driver knows; Recto may look into it.
    const shown = await list.waitFor(async (url) => {
      const [found] = (await chrome.tabs.query({ url })).flatMap(({ id }) => id ?? []);
      if (found === undefined) return null;
      const [read] = await chrome.scripting.executeScript({
        target: { tabId: found },
        func: () => {
          const [entry] = performance.getEntriesByType('navigation') as { activationStart?: number }[];
          const hosts = Array.from(document.documentElement.children).flatMap(({ shadowRoot }) => shadowRoot ?? []);
          const isRead = hosts.some((root) => root.querySelector('.page-body p'));
          return isRead ? { wasAhead: (entry?.activationStart ?? 0) > 0 } : null;
        },
      });
      return read?.result ? { id: found, ...read.result } : null;
    }, address);
    expect(shown.wasAhead).toBe(true);
    await list.evaluate(async (id) => {
      await chrome.tabs.remove(id);
      await chrome.permissions.remove({ origins: ['*://news.localhost/*'] });
    }, shown.id);
  },
);
