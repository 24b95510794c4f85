import { expect, test } from 'vitest';
import type { FirefoxPopup } from '../driver/firefox-popup.ts';
import { useBrowser } from '../use-browser.ts';

const used = useBrowser();

// The driver's own: in Chromium keys are sent to a document, whatever has the focus.
test.runIf(process.env['RECTO_TEST_BROWSER'] === 'firefox')(
  'the popup gets the keys that are pressed while the tab behind it takes the focus again and again',
  async () => {
    const tab = await used.browser.open(used.site.url('/en/news.html'));
    const popup = (await tab.pressToolbar()) as FirefoxPopup;
    await popup.waitFor(() => document.querySelector('.page-body p'));
    await popup.evaluate(() => document.addEventListener('keydown', ({ key }) => document.body.append(key)));
    await popup.document.inWindow(`
      view.rectoTakesFocus = view.setInterval(() => view.gBrowser.selectedBrowser.focus(), 0);`);
    try {
      for (const key of ['1', '2', '3', '4', '5']) await popup.press(key);
    } finally {
      await popup.document.inWindow('view.clearInterval(view.rectoTakesFocus);');
    }
    expect(await popup.evaluate(() => document.body.lastChild?.parentElement?.innerText.slice(-5))).toBe('12345');
    await popup.close();
  },
);
