import { execFileSync } from 'node:child_process';
import type { Page } from 'puppeteer-core';
import { waitUntil } from './wait-until.ts';

/** Recto's items where they are folded into a submenu, from the top (src/background/listen-for-menus.ts). */
const SUBMENU = ['Read this page', 'Save this page', 'Open the reading list'];
/** On a link Recto has one item, which Chromium puts above its last, Inspect. */
const LINK_ITEM = 'Save link';
/** Our submenu is among the last so many items of the menu. */
const LOWEST = 8;
/**
 * How long a submenu may take to open: in ms, and as a multiple of the time that the menu itself took. A busy machine
 * is slow with both.
 */
const [SUBMENU_PATIENCE, SUBMENU_SHARE] = [700, 5];

/**
 * Presses an element with the secondary button and chooses one of Recto's items. The menu is not a page: it is operated
 * by real keys, and seen as a window on the display.
 */
export async function chooseOnDisplay(display: string, page: Page, selector: string, label: string): Promise<void> {
  const xdotool = (...args: string[]): string =>
    execFileSync('xdotool', args, {
      env: { ...process.env, DISPLAY: display },
      encoding: 'utf8',
      stdio: 'pipe',
    }).trim();
  const windows = (): number => xdotool('search', '--onlyvisible', '--name', '.*').split('\n').length;
  const key = (name: string): string => xdotool('key', '--clearmodifiers', name);
  const become = (what: string, count: number, patience?: number) =>
    waitUntil(what, async () => windows() === count, patience);

  const before = windows();
  const browser = xdotool('search', '--onlyvisible', '--class', 'chrom').split('\n').at(-1) ?? '';
  xdotool('windowfocus', '--sync', browser);
  // Chromium answers the press only once the menu has gone.
  const pressed = page.click(selector, { button: 'right', offset: { x: 10, y: 8 } });
  const from = performance.now();
  await become('the context menu', before + 1);
  const patience = Math.max(SUBMENU_PATIENCE, SUBMENU_SHARE * (performance.now() - from));
  if (label === LINK_ITEM) for (const _ of [1, 2]) key('Up');
  else {
    await openSubmenu(key, () => become('the submenu', before + 2, patience));
    for (let index = SUBMENU.indexOf(label); index > 0; index -= 1) key('Down');
  }
  key('Return');
  await become('the menu has gone', before);
  await pressed;
}

/** Goes up from the menu's end until the key that opens submenus opens one: the page's menu has no other there. */
async function openSubmenu(key: (name: string) => void, opened: () => Promise<unknown>): Promise<void> {
  for (let index = 0; index < LOWEST; index += 1) {
    key('Up');
    key('Right');
    if (await opened().catch(() => false)) return;
  }
  throw new Error('No submenu of Recto in the context menu');
}
