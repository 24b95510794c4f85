import type { Tab } from '../driver/browser-driver.ts';

/** Two presses within this time are one to Recto (`REPEAT_MS` of the background), with room for a busy machine. */
const SAME_PRESS = 400;

/** Presses a shortcut as a new press: only after the time in which Recto would count it as part of the one before. */
export async function pressShortcutAgain(tab: Tab, command: string): Promise<void> {
  const from = await tab.evaluate(() => performance.now());
  await tab.waitFor((start, time) => performance.now() > start + time, from, SAME_PRESS);
  await tab.pressShortcut(command);
}
