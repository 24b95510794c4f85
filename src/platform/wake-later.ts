import { browser } from './browser.ts';

/** Wakes the background in `minutes`, once; a second call moves the time. The worker may end before. */
export async function wakeLater(name: string, minutes: number): Promise<void> {
  await browser.alarms?.create(name, { delayInMinutes: minutes });
}

/** To be called in the first turn of the background. */
export function listenForWaking(name: string, run: () => void): void {
  browser.alarms?.onAlarm.addListener((alarm) => {
    if (alarm.name === name) run();
  });
}
