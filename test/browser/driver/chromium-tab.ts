import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import type { Popup, Tab } from './browser-driver.ts';
import { chooseOnDisplay } from './chromium-context-menu.ts';
import type { ChromiumDriver } from './chromium-driver.ts';
import { ChromiumView } from './chromium-view.ts';
import { readPdfPages } from './read-pdf-pages.ts';
import { restingPoint } from './resting-point.ts';
import { waitUntil } from './wait-until.ts';

/** A tab in Chromium. */
export class ChromiumTab extends ChromiumView implements Tab {
  readonly #browser: ChromiumDriver;

  constructor(page: Page, browser: ChromiumDriver) {
    super(page);
    this.#browser = browser;
  }

  async url(): Promise<string> {
    return this.page.url();
  }

  async goto(url: string): Promise<void> {
    await this.page.goto(url);
  }

  async reload(): Promise<void> {
    await this.page.reload();
  }

  async activate(): Promise<void> {
    await this.page.bringToFront();
  }

  /** Waits until keys would reach the page, no longer than `patience` in ms; a page that does not answer is not waited for. */
  async waitForFocus(patience: number): Promise<void> {
    const focused = waitUntil('focus', () => this.page.evaluate(() => document.hasFocus()), patience);
    await Promise.race([focused.catch(() => undefined), pause(patience)]);
  }

  async holdAsPhone(): Promise<void> {
    const session = await this.session();
    await session.send('Emulation.setTouchEmulationEnabled', { enabled: true });
    const screen = { width: 390, height: 780, deviceScaleFactor: 1, mobile: false };
    await session.send('Emulation.setDeviceMetricsOverride', screen);
  }

  async tapNamed(name: string | RegExp, role?: string): Promise<{ x: number; y: number }> {
    const point = await restingPoint(this, () => this.pointOf(name, role));
    const session = await this.session();
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] });
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    return point;
  }

  async close(): Promise<void> {
    await this.page.close();
  }

  pressShortcut(command: string, times = 1): Promise<void> {
    return this.#browser.pressShortcut(this, command, times);
  }

  clickToolbar(): Promise<void> {
    return this.#browser.clickToolbar(this);
  }

  pressToolbar(): Promise<Popup> {
    return this.#browser.pressToolbar(this);
  }

  answerPermission(answer: 'allow' | 'deny'): Promise<void> {
    return this.#browser.answerPermission(this, answer);
  }

  /** Chooses one of Recto's items from the context menu of an element. Needs a display. */
  async chooseFromMenu(selector: string, label: string): Promise<void> {
    const display = process.env['RECTO_DISPLAY'];
    if (display === undefined) throw new Error("Chromium's menu can be worked on a display only (RECTO_DISPLAY)");
    await this.activate();
    await chooseOnDisplay(display, this.page, selector, label);
  }

  async pressSecondary(x: number, y: number): Promise<void> {
    await this.page.mouse.click(x, y, { button: 'right' });
  }

  async finger(moves: 'down' | 'up', x: number, y: number): Promise<void> {
    const session = await this.session();
    const [type, touchPoints] =
      moves === 'down'
        ? (['touchStart', [{ x, y }]] as const)
        : (['touchEnd', [] as { x: number; y: number }[]] as const);
    await session.send('Input.dispatchTouchEvent', { type, touchPoints: [...touchPoints] });
  }

  async printedPages(most?: number): Promise<string[]> {
    return readPdfPages(await this.page.pdf({ format: 'A4', pageRanges: most ? `1-${most}` : '' }));
  }

  async printedText(): Promise<string> {
    return (await this.printedPages()).join(' ');
  }
}
