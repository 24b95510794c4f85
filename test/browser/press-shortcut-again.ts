import type { Tab } from './driver/browser-driver.ts';

/** Two presses within this time are one to Recto (`REPEAT_MS` of the background), with room for a busy machine. */
const SAME_PRESS = 400;

/** Presses a shortcut as a press of its own: not before the time has passed in which Recto takes it for the one before. */
export async function pressShortcutAgain(tab: Tab, command: string): Promise<void> {
  const from = await tab.evaluate(() => performance.now());
  await tab.waitFor((start, time) => performance.now() > start + time, from, SAME_PRESS);
  await tab.pressShortcut(command);
}
