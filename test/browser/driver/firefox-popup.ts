import type { Popup } from './browser-driver.ts';
import { FirefoxView } from './firefox-view.ts';
import { waitUntil } from './wait-until.ts';

/** Recto's popup in Firefox: a `<browser>` in a panel of the window. */
export class FirefoxPopup extends FirefoxView implements Popup {
  url(): Promise<string> {
    return this.document.inWindow('return browser.currentURI.spec;');
  }

  async close(): Promise<void> {
    await this.document.inWindow("browser.closest('panel').hidePopup();");
    await this.waitForClose();
  }

  async waitForClose(): Promise<void> {
    await waitUntil('the popup has closed', () =>
      this.document.chrome.run(
        'return !BrowsingContext.getCurrentTopByBrowserId(args[0])?.embedderElement;',
        this.document.browserId,
      ),
    );
  }
}
