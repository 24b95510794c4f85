import type { Popup, Tab } from './browser-driver.ts';
import type { FirefoxDocument } from './firefox-document.ts';
import type { FirefoxDriver } from './firefox-driver.ts';
import { FirefoxView, type Point } from './firefox-view.ts';
import { readPdfPages } from './read-pdf-pages.ts';
import { restingPoint } from './resting-point.ts';
import { waitUntil } from './wait-until.ts';

/** A popup closes when a person clicks anywhere else; without a real pointer it has to be told. */
const CLOSE_POPUPS = `
  while (view.document.querySelector('browser.webextension-popup-browser')) {
    for (const panel of view.document.querySelectorAll('panel:has(browser.webextension-popup-browser)'))
      panel.hidePopup();
    await new Promise((resolve) => view.setTimeout(resolve, 10));
  }`;

/** A tab in Firefox. */
export class FirefoxTab extends FirefoxView implements Tab {
  readonly #browser: FirefoxDriver;
  readonly #handle: string;

  constructor(document: FirefoxDocument, browser: FirefoxDriver, handle: string) {
    super(document);
    this.#browser = browser;
    this.#handle = handle;
  }

  url(): Promise<string> {
    return this.document.inWindow('return browser.currentURI.spec;');
  }

  async goto(url: string): Promise<void> {
    await this.document.chrome.command(this.#handle, 'WebDriver:Navigate', { url });
  }

  async reload(): Promise<void> {
    await this.document.chrome.command(this.#handle, 'WebDriver:Refresh');
  }

  async activate(): Promise<void> {
    await this.document.inWindow(
      `${CLOSE_POPUPS} view.focus(); view.gBrowser.selectedTab = view.gBrowser.getTabForBrowser(browser); browser.focus();`,
    );
    // Keys that are pressed before the page is shown are lost.
    await waitUntil('the tab is in front', () =>
      this.document.evaluateAsSystem("return content.document.visibilityState === 'visible';"),
    );
    // Firefox changes tabs in its own time, and gives the focus back to what had it in the tab that is left.
    await this.document.inWindow('browser.focus();');
  }

  async holdAsPhone(): Promise<void> {
    // Firefox would make of less than this as much, and Marionette wait for less until its patience ends.
    await this.document.chrome.command(this.#handle, 'WebDriver:SetWindowRect', { width: 500, height: 860 });
  }

  async tapNamed(name: string | RegExp, role?: string): Promise<Point> {
    const point = await restingPoint(this, () => this.pointOf(name, role));
    const move = { type: 'pointerMove', duration: 0, x: Math.round(point.x), y: Math.round(point.y) };
    const press = [
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ];
    const finger = { type: 'pointer', id: 'finger', parameters: { pointerType: 'touch' }, actions: [move, ...press] };
    await this.document.chrome.command(this.#handle, 'WebDriver:PerformActions', { actions: [finger] });
    return point;
  }

  async close(): Promise<void> {
    await this.document.inWindow('view.gBrowser.removeTab(view.gBrowser.getTabForBrowser(browser));');
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

  async answerPermission(answer: 'allow' | 'deny'): Promise<void> {
    await this.document.inWindow(
      `const find = () => view.document.querySelector('#addon-webext-permissions-notification');
       while (!find()?.button?.checkVisibility()) await new Promise((resolve) => view.setTimeout(resolve, 10));
       // Firefox takes no answer in the first moment, so that nobody is tricked into one.
       view.PopupNotifications.buttonDelay = 0;
       find()[rest[0] === 'allow' ? 'button' : 'secondaryButton'].click();`,
      answer,
    );
  }

  /**
   * Opens the context menu on the first element that matches, with a real right click, and chooses Recto's item with this
   * label. Opens it again until the item is there: Recto puts its items in when it has been installed, in its own time.
   */
  async chooseFromMenu(selector: string, label: string): Promise<void> {
    await waitUntil(`${label} in the menu`, () => this.#tryMenu(selector, label));
  }

  async #tryMenu(selector: string, label: string): Promise<boolean> {
    await this.document.evaluateAsSystem(
      `const element = content.document.querySelector(${JSON.stringify(selector)});
       element.scrollIntoView({ block: 'center', behavior: 'instant' });
       const { x, y, width, height } = element.getBoundingClientRect();
       const at = [x + Math.min(width, 40) / 2, y + Math.min(height, 20) / 2];
       content.synthesizeMouseEvent('contextmenu', ...at, { button: 2, clickCount: 1 }, {});`,
      'once',
    );
    return this.document.inWindow(
      `const until = async (ask) => {
         for (let found = ask(); ; found = ask()) {
           if (found) return found;
           await new Promise((resolve) => view.setTimeout(resolve, 10));
         }
       };
       const menu = view.document.getElementById('contentAreaContextMenu');
       await until(() => menu.state === 'open');
       const item = [...menu.querySelectorAll('menuitem')].find((candidate) => candidate.label === rest[0]);
       if (!item) {
         menu.hidePopup();
         await until(() => menu.state === 'closed');
         return false;
       }
       const popup = item.closest('menupopup');
       if (popup !== menu) {
         popup.parentNode.openMenu(true);
         await until(() => popup.state === 'open');
       }
       popup.activateItem(item);
       await until(() => menu.state === 'closed');
       return true;`,
      label,
    );
  }

  async pressSecondary(x: number, y: number): Promise<void> {
    await this.document.evaluateAsSystem(
      `for (const type of ['mousemove', 'mousedown', 'contextmenu', 'mouseup'])
         content.synthesizeMouseEvent(type, ${x}, ${y}, { button: 2, clickCount: type === 'mousemove' ? 0 : 1 }, {});`,
      'once',
    );
  }

  /** As Firefox itself hands a tap to the page: mouse events whose source is a finger (5), and pointer events of it. */
  async finger(moves: 'down' | 'up', x: number, y: number): Promise<void> {
    await this.document.evaluateAsSystem(
      `content.synthesizeMouseEvent('mouse${moves}', ${x}, ${y}, { button: 0, clickCount: 1, inputSource: 5 }, {});`,
      'once',
    );
  }

  async printedPages(most?: number): Promise<string[]> {
    const { value } = await this.document.chrome.command<{ value: string }>(this.#handle, 'WebDriver:Print', {
      pageRanges: most ? [`1-${most}`] : [],
    });
    return readPdfPages(Buffer.from(value, 'base64'));
  }

  async printedText(): Promise<string> {
    return (await this.printedPages()).join(' ');
  }
}
