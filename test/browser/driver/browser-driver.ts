import type { BrowserName } from '../../../scripts/find-browser.ts';

/** The languages Recto speaks; Firefox needs Debian's language pack for each but English. */
export type Locale = 'en' | 'zh-CN' | 'zh-TW' | 'ja' | 'ar';

/** How a browser is started. */
export interface LaunchOptions {
  /** Folder of the built extension; `dist/<browser>` unless told. */
  extension?: string;
  /** Folder of another extension that is installed beside Recto. */
  companion?: string;
  /** Interface language of the browser. */
  locale?: Locale;
  colorScheme?: 'light' | 'dark';
  /** As with Windows' contrast themes: the person's colours replace those of pages. */
  forcedColors?: boolean;
  reducedMotion?: boolean;
  /** The pointer is a finger that cannot hover; in Chromium only after `holdAsPhone`. */
  finger?: boolean;
  /** Sends every request of the browser, loopback included, to this port (see `startSite`). */
  proxyPort?: number;
  /** Without windows. Firefox is, unless told; Chromium has windows when `RECTO_DISPLAY` names a display, since only then real key presses reach it. */
  headless?: boolean;
  /**
   * Leaves the tab open that Recto shows when it is installed. Otherwise it is closed before it can come in front of a
   * test's own tab.
   */
  keepWelcome?: boolean;
  /** Profile folder that is kept; without it a new one is made and removed. */
  profile?: string;
}

/** One control as assistive technology sees it, closed shadow roots included. */
export interface AccessibleNode {
  role: string;
  name: string;
}

/** Keys as in `KeyboardEvent.key`, with modifiers in front: `Enter`, `Escape`, `a`, `Control+a`, `Shift+Tab`. */
export type KeyPress = string;

/** Anything that shows a document: a tab or the popup. Functions run in the page's main world and cannot close over anything. */
export interface View {
  evaluate<Args extends unknown[], Result>(
    run: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ): Promise<Result>;
  /** Runs the text of a script in the page's main world, whatever the page's policy says. */
  runScript(source: string): Promise<void>;
  /** Evaluates again and again until the result is truthy, and gives it. Fails after `PATIENCE`. */
  waitFor<Args extends unknown[], Result>(
    run: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ): Promise<NonNullable<Result>>;
  /** Real pointer click on the middle of the first element that matches. */
  click(selector: string): Promise<void>;
  /** Real pointer click on the control with this accessible name, also inside closed shadow roots. Waits until it is there. */
  clickNamed(name: string | RegExp, role?: string): Promise<void>;
  /** Real press where the pointer was clicked last, whatever is there now: the second half of a double click. */
  clickAgain(): Promise<void>;
  /**
   * The result of a function for the first node with this role and accessible name, also inside closed shadow roots.
   * Waits until there is one. The function closes over nothing.
   */
  askNamed<Result>(name: string, role: string, run: (element: Element) => Result): Promise<Result>;
  /** Real key presses, one for each character, at what has focus. */
  type(text: string): Promise<void>;
  press(key: KeyPress): Promise<void>;
  /** Real press of a key that is held until it has repeated so often. */
  hold(key: string, repeats: number): Promise<void>;
  /** All nodes with a role other than generic and text, in document order. */
  accessibilityTree(): Promise<AccessibleNode[]>;
  /** PNG of what is on screen. */
  screenshot(path: string): Promise<void>;
}

export interface Tab extends View {
  url(): Promise<string>;
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  activate(): Promise<void>;
  /**
   * Gives the window the width of a phone (Firefox allows no less than 500 px) and replaces the mouse with a finger.
   */
  holdAsPhone(): Promise<void>;
  /** Real touch on the middle of the control with this accessible name, also inside closed shadow roots; gives where. */
  tapNamed(name: string | RegExp, role?: string): Promise<{ x: number; y: number }>;
  close(): Promise<void>;
  /** Presses the keys that are set for a command, as a person would, this many times in succession. */
  pressShortcut(command: string, times?: number): Promise<void>;
  /** Presses Recto's toolbar button, whatever that opens. */
  clickToolbar(): Promise<void>;
  /** Presses Recto's toolbar button and gives the popup once its document has loaded. */
  pressToolbar(): Promise<Popup>;
  /** Answers the browser's own question about access to sites, which is shown over this tab; waits for it. */
  answerPermission(answer: 'allow' | 'deny'): Promise<void>;
  /** A finger goes down on the page at this point of the window, or up again: both are a tap. A long press selects nothing here. */
  finger(moves: 'down' | 'up', x: number, y: number): Promise<void>;
  /**
   * Real press of the secondary button at this point of the window. The page must prevent the menu, which is not a page
   * that a test could drive.
   */
  pressSecondary(x: number, y: number): Promise<void>;
  /**
   * Prints the tab and gives the text of each page, with single spaces for white space. With `most` only of that many
   * first pages, because Firefox waits half a second and more after each.
   */
  printedPages(most?: number): Promise<string[]>;
  /** The same of all pages together. */
  printedText(): Promise<string>;
}

export interface Popup extends View {
  url(): Promise<string>;
  /** Closes it at once, as a click elsewhere does. */
  close(): Promise<void>;
  /** Resolves when it has gone. */
  waitForClose(): Promise<void>;
}

/** A running browser with Recto installed and an empty profile. */
export interface BrowserDriver {
  readonly name: BrowserName;
  /** `chrome-extension://…` or `moz-extension://…`, without a slash at the end. */
  readonly origin: string;
  /** Folder that downloads go to. */
  readonly downloads: string;
  /** Opens a tab in front and waits for its load event. */
  open(url: string, where?: 'tab' | 'window' | 'private-window'): Promise<Tab>;
  /** Opens one of Recto's own pages: `library`, `reader#ID`, `welcome`, `permission`. */
  openRecto(page: string): Promise<Tab>;
  /** Gives the tab whose address contains `part`; waits for it. */
  waitForTab(part: string): Promise<Tab>;
  /** Addresses of all tabs. */
  tabUrls(): Promise<string[]>;
  /** Ends Recto's service worker or event page, as the browser does after 30 s; gives when it has ended. */
  stopBackground(): Promise<void>;
  /** What the browser warns of when a person installs Recto, line by line. */
  installWarnings(): Promise<string[]>;
  /** Recto ends and is started again, as by an update: what it has stored and the open pages stay. */
  update(): Promise<void>;
  /** Quits and starts again on the same profile. Tabs of before are gone. */
  restart(): Promise<void>;
  /**
   * Ends the browser at once with SIGKILL, as a power cut does, and starts it again on the same profile. Earlier tabs
   * are gone.
   */
  kill(): Promise<void>;
  /**
   * Makes the browser like a new one with an empty profile: Recto is removed with all it has stored and installed again
   * at another address; tabs, downloads and cookies go. The options of `launch` still hold, except for the extension.
   */
  renew(extension?: string): Promise<void>;
  /** Resolves when the browser has ended, by whoever closed it. */
  readonly ended: Promise<void>;
  close(): Promise<void>;
}
