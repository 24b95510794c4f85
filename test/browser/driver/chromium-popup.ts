import type { Target } from 'puppeteer-core';
import type { Popup } from './browser-driver.ts';
import { ChromiumView } from './chromium-view.ts';
import { waitUntil } from './wait-until.ts';

/** Recto's popup in Chromium. DevTools sees it as a target of its own. */
export class ChromiumPopup extends ChromiumView implements Popup {
  readonly #isOpen: () => boolean;

  private constructor(page: ChromiumView['page'], isOpen: () => boolean) {
    super(page);
    this.#isOpen = isOpen;
  }

  static async of(target: Target, isOpen: () => boolean): Promise<ChromiumPopup> {
    const popup = new ChromiumPopup(await target.asPage(), isOpen);
    await popup.waitFor(() => document.readyState === 'complete');
    return popup;
  }

  async url(): Promise<string> {
    return this.page.url();
  }

  async close(): Promise<void> {
    await this.page.close();
    await this.waitForClose();
  }

  async waitForClose(): Promise<void> {
    await waitUntil('the popup has closed', () => !this.#isOpen());
  }
}
